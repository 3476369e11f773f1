import type { ShopperTexts } from "./types"

export const es: ShopperTexts = {
  mandate: ({ name, identifier, address }) =>
    [
      "Orden de domiciliación de adeudo directo SEPA",
      `Acreedor: ${name}${address ? `, ${address}` : ""}. Identificador del acreedor: ${identifier}. Tipo de pago: pago único.`,
      `Mediante la aceptación de esta orden de domiciliación, el deudor autoriza (A) a ${name} a enviar instrucciones a la entidad del deudor para adeudar su cuenta y (B) a la entidad para efectuar los adeudos en su cuenta siguiendo las instrucciones de ${name}.`,
      "Como parte de sus derechos, el deudor está legitimado al reembolso por su entidad en los términos y condiciones del contrato suscrito con la misma. La solicitud de reembolso deberá efectuarse dentro de las ocho semanas (8 semanas) que siguen a la fecha de adeudo en cuenta.",
    ].join("\n\n"),
  declines: {
    insufficient_funds: "Su banco ha rechazado el adeudo porque la cuenta no tiene saldo suficiente.",
    invalid_iban: "El banco no reconoce este IBAN. Por favor, revíselo.",
    invalid_holder_name: "El banco no acepta el nombre del titular tal como se ha escrito.",
    mandate_rejected: "La orden de domiciliación no se ha confirmado; no se ha cargado nada.",
    account_closed: "Esta cuenta está cancelada.",
    do_not_honor: "Su banco ha rechazado el adeudo.",
    gateway_unavailable:
      "No se ha podido contactar con el banco; no se ha cargado nada. Inténtelo de nuevo dentro de un momento.",
    unknown: "El adeudo ha sido rechazado.",
  },
  no_more_attempts: "Elija otra forma de pago, por favor.",
  try_another_account: "Puede intentarlo con otra cuenta.",
  correct_holder_name: "Corríjalo, por favor, e inténtelo de nuevo.",
  bank_account_missing: "Introduzca primero su cuenta bancaria y acepte la orden de domiciliación.",
  pay_on_page: "Pague en la página de nuestro servicio de pago, donde indica su cuenta bancaria y acepta la orden de domiciliación.",
  page_outcome_unknown:
    "Todavía no podemos ver si su pago ha llegado. No pague por segunda vez: en cuanto se confirme, su pedido quedará realizado.",
  verification_needed: "Su banco le pide que firme la orden de domiciliación. Siga el enlace para confirmarla.",
  verification_pending: "La orden de domiciliación aún no está firmada. Siga el enlace para confirmarla.",
  gateway_unavailable: "No se ha podido enviar el pago; no se ha cargado nada. Inténtelo de nuevo dentro de un momento.",
  session_not_payable: "Este pago ha terminado. Empiécelo de nuevo, por favor.",
  payment_in_progress: "Su pago ya está en curso: el carrito no puede cambiar ahora. Espere el resultado, por favor.",
  payment_awaits_signature:
    "Su pago ya está en curso y espera su firma. Firme la orden de domiciliación o cancele el pago antes de cambiar nada.",
  already_paid: "Ya está pagado. Finalice su pedido, por favor.",
  paid_elsewhere:
    "Este pago se ha hecho directamente en el servicio de pago y no corresponde a ningún pedido. La tienda ha sido avisada; empiece el pago de nuevo, por favor.",
  verification_open:
    "El banco sigue esperando su decisión. Firme o rechace la orden de domiciliación en la página del banco.",
  giving_up_unavailable: "Ahora no se ha podido cancelar el pago. Inténtelo de nuevo dentro de un momento.",
  too_many_attempts: "Lo ha intentado demasiadas veces. Espere un rato antes de introducir otra cuenta.",
  too_many_iban_checks: "Ha comprobado demasiados IBAN. Espere un momento, por favor.",
  payment_in_progress_elsewhere:
    "Ya hay un pago en curso con este correo electrónico en otro carrito. Termínelo o cancélelo primero.",
}
