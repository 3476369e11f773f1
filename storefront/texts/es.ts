import type { SepaTexts } from "./types"

export const es: SepaTexts = {
  locale: "es",
  labels: {
    form: "Pagar con adeudo directo SEPA",
    iban: "IBAN",
    iban_hint: "Lo encontrará en su tarjeta bancaria o en un extracto.",
    holder_name: "Titular de la cuenta",
    mandate: "Orden de domiciliación de adeudo directo SEPA",
    accept_mandate: "He leído la orden de domiciliación y la acepto.",
    pay: "Pagar con adeudo directo",
    pay_amount: (amount) => `Pagar ${amount} con adeudo directo`,
    to_bank: "Continuar a su banco",
    signed: "Ya he firmado",
    check_again: "Comprobar de nuevo",
    give_up: "Cancelar este pago",
    try_again: "Intentarlo de nuevo",
    complete_order: "Finalizar el pedido",
  },
  iban_valid: "IBAN válido",
  steps: {
    starting: "Preparando el pago…",
    checking: "Comprobando su cuenta…",
    paying: "Consultando a su banco…",
    finding_out: "Esperando la respuesta de su banco…",
    confirming: "Confirmando su firma…",
    giving_up: "Cancelando el pago…",
  },
  iban_problems: {
    country: "Un IBAN empieza por las dos letras de un país, por ejemplo ES o PT.",
    length: "Este IBAN no tiene el número de caracteres de los IBAN de su país.",
    structure: "Esto no parece un IBAN de ese país. Por favor, revíselo.",
    checksum: "Parece que hay una errata en este IBAN. Por favor, revíselo.",
    sepa: "Las cuentas de este país no admiten adeudos directos SEPA.",
  },
  iban_missing: "Introduzca su IBAN.",
  holder_name_missing: "Introduzca el nombre del titular de la cuenta.",
  declines: {
    insufficient_funds: "Su banco ha rechazado el adeudo porque la cuenta no tiene saldo suficiente.",
    invalid_iban: "El banco no reconoce este IBAN.",
    invalid_holder_name: "El banco no acepta el nombre del titular tal como se ha escrito.",
    mandate_rejected: "La orden de domiciliación no se ha confirmado; no se ha cargado nada.",
    account_closed: "Esta cuenta está cancelada.",
    do_not_honor: "Su banco ha rechazado el adeudo.",
    gateway_unavailable: "No se ha podido contactar con el banco; no se ha cargado nada.",
    not_submitted: "El adeudo no se ha presentado; no se ha cargado nada.",
    unknown: "El adeudo ha sido rechazado.",
  },
  ways_on: {
    another_account: "Puede intentarlo con otra cuenta.",
    correct_iban: "Revíselo, por favor, o inténtelo con otra cuenta.",
    correct_holder_name: "Corríjalo, por favor, e inténtelo de nuevo.",
    same_again: "Inténtelo de nuevo dentro de un momento.",
    another_way: "Elija otra forma de pago, por favor.",
  },
  attempts_left: (left) => (left === 1 ? "Le queda un intento." : `Le quedan ${left} intentos.`),
  errors: {
    invalid_request: "Algún dato del formulario no es válido. Revise lo que ha introducido.",
    invalid_iban: "Este IBAN no es válido. Por favor, revíselo.",
    iban_not_sepa: "Las cuentas de este país no admiten adeudos directos SEPA.",
    invalid_holder_name: "Introduzca el nombre del titular tal como consta en el banco, con 70 caracteres como máximo.",
    mandate_not_accepted: "Acepte la orden de domiciliación: sin ella no se puede cargar nada.",
    mandate_text_outdated: "El texto de la orden de domiciliación ha cambiado. Léalo y acéptelo de nuevo.",
    iban_in_session_data: "No se ha podido preparar el pago. Vuelva a cargar la página.",
    currency_not_supported: "El adeudo directo SEPA no es posible en esta moneda. Elija otra forma de pago, por favor.",
    amount_not_payable: "Este importe no se puede pagar con adeudo directo. Elija otra forma de pago, por favor.",
    lead_incomplete: "Introduzca primero su correo electrónico y su dirección completa.",
    session_not_found: "Este pago ha terminado. Empiécelo de nuevo, por favor.",
    session_not_payable: "Este pago ha terminado. Empiécelo de nuevo, por favor.",
    collected_by_gateway: "Su cuenta bancaria se indica en la página de nuestro servicio de pago. Continúe allí.",
    payment_in_progress: "Su pago ya está en curso. Espere el resultado y no pague otra vez.",
    payment_in_progress_elsewhere:
      "Ya hay un pago en curso con su correo electrónico en otro carrito. Termínelo o cancélelo primero.",
    verification_open:
      "El banco sigue esperando su decisión. Firme o rechace la orden de domiciliación en la página del banco.",
    lead_conflict: "Todavía hay otro pago abierto con su correo electrónico. Inténtelo de nuevo dentro de unos minutos.",
    too_many_attempts: "Lo ha intentado demasiadas veces. Espere un rato antes de intentarlo de nuevo.",
    gateway_rejected: "No se ha podido preparar el pago; no se ha cargado nada. Elija otra forma de pago, por favor.",
    gateway_unavailable: "No se ha podido enviar el pago; no se ha cargado nada. Inténtelo de nuevo dentro de un momento.",
    agreement_busy: "Su pago se está procesando. Espere un momento y no pague otra vez.",
    order_not_payable: "Este pedido no se puede pagar ahora. Quizá ya esté pagado o se haya cancelado.",
  },
  outcomes: {
    placed: "Gracias. Su adeudo está en camino: el importe se cargará en su cuenta en los próximos días hábiles.",
    placed_pending:
      "Gracias, hemos recibido su pedido. Falta la respuesta de su banco; no tiene que hacer nada ni debe pagar otra vez.",
    approved: "Su banco ha aceptado el adeudo. Finalice su pedido, por favor.",
    ended: "Este pago ha terminado y no se ha cargado nada. Empiécelo de nuevo, por favor.",
    unknown:
      "Todavía no sabemos si su pago se ha realizado. No pague otra vez, por favor: lo estamos averiguando y se lo diremos aquí.",
    unreachable:
      "No se ha podido contactar con la tienda; no se ha cargado nada. Compruebe su conexión e inténtelo de nuevo.",
    unavailable: "No se ha podido enviar el pago; no se ha cargado nada. Inténtelo de nuevo dentro de un momento.",
    throttled: (seconds) =>
      seconds === null
        ? "Demasiados intentos seguidos. Espere un momento, por favor."
        : seconds > 90
          ? `Demasiados intentos seguidos. Espere ${Math.ceil(seconds / 60)} minutos, por favor.`
          : `Demasiados intentos seguidos. Espere ${seconds} s, por favor.`,
    unexpected: "Algo ha salido mal. Inténtelo de nuevo o consulte a la tienda.",
    order_stands: "Su pedido sigue en pie, pero aún no está pagado.",
  },
  payment_page: {
    needed:
      "Usted indica su cuenta bancaria y acepta la orden de domiciliación en la página de nuestro servicio de pago. Después vuelve a esta tienda.",
  },
  verification: {
    needed: "Su banco le pide que firme la orden de domiciliación. Antes no se carga nada.",
    refused: "La orden de domiciliación no se ha firmado; no se ha cargado nada.",
  },
}
