import type { ReasonsTexts } from "../texts/reasons"

const ASK_FOR_ANOTHER_ACCOUNT = "Pide al cliente otra cuenta bancaria."
const CONTACT_CATALYSTPAY = "No vuelvas a cobrar antes de que CatalystPay lo haya corregido."

export const reasons: ReasonsTexts = {
  AC01: { meaning: "El número de cuenta es incorrecto.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC04: { meaning: "La cuenta está cancelada.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC06: { meaning: "La cuenta está bloqueada.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC13: {
    meaning: "La cuenta es de una empresa, y este tipo de adeudo no puede cargarse en ella.",
    advice: ASK_FOR_ANOTHER_ACCOUNT,
  },
  AG01: { meaning: "En esta cuenta no se permiten adeudos directos.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AG02: { meaning: "El banco no ha aceptado este tipo de adeudo.", advice: CONTACT_CATALYSTPAY },
  AM04: {
    meaning: "La cuenta no tenía saldo suficiente.",
    advice: "Acuerda un día con el cliente y vuelve a cobrar entonces.",
  },
  AM05: {
    meaning: "El banco lo considera un duplicado de otro adeudo.",
    advice: "Comprueba si el cliente ha pagado dos veces antes de reclamar el dinero.",
  },
  BE05: { meaning: "El banco no reconoce el identificador del acreedor.", advice: CONTACT_CATALYSTPAY },
  CNOR: { meaning: "El banco del acreedor no es accesible para adeudos directos.", advice: CONTACT_CATALYSTPAY },
  DNOR: { meaning: "El banco del deudor no es accesible para adeudos directos.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  FF01: { meaning: "El banco no ha podido leer el adeudo.", advice: CONTACT_CATALYSTPAY },
  MD01: {
    meaning: "El deudor dice que no hay un mandato válido.",
    advice: "Ten a mano la prueba del mandato y no vuelvas a adeudar en esta cuenta.",
  },
  MD02: {
    meaning: "Faltan datos del mandato o son incorrectos.",
    advice: "Haz que el cliente acepte un mandato nuevo antes de volver a cobrar.",
  },
  MD06: {
    meaning: "El deudor ha pedido a su banco que le devuelva el dinero.",
    advice: "Pregunta el motivo al cliente y acuerda otra forma de pago.",
  },
  MD07: { meaning: "El deudor ha fallecido.", advice: "No vuelvas a adeudar en esta cuenta." },
  MS02: {
    meaning: "El deudor ha rechazado el adeudo.",
    advice: "Pregunta el motivo al cliente y acuerda otra forma de pago.",
  },
  MS03: {
    meaning: "El banco no da ningún motivo; a menudo la cuenta no tiene saldo o está cancelada.",
    advice: "Pregunta al cliente si se puede adeudar en la cuenta antes de volver a cobrar.",
  },
  RC01: { meaning: "El identificador del banco (BIC) es incorrecto.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  RR01: { meaning: "Falta la cuenta o la identificación del deudor.", advice: CONTACT_CATALYSTPAY },
  RR02: { meaning: "Falta el nombre o la dirección del deudor.", advice: CONTACT_CATALYSTPAY },
  RR03: { meaning: "Falta el nombre o la dirección del acreedor.", advice: CONTACT_CATALYSTPAY },
  RR04: { meaning: "El banco lo ha devuelto por razones regulatorias.", advice: CONTACT_CATALYSTPAY },
  SL01: {
    meaning: "El deudor ha pedido a su banco que no acepte adeudos de este acreedor, o por encima de este monto.",
    advice: "Pide al cliente que autorice el adeudo en su banco, u otra cuenta bancaria.",
  },
  unknown: { meaning: "No se ha indicado ningún motivo conocido.", advice: "Pregunta al cliente antes de volver a cobrar." },
}
