import type { EvidenceTexts } from "../texts/evidence"

export const evidence: EvidenceTexts = {
  breadcrumb: "Mandato",
  title: "Mandato de adeudo directo SEPA",
  subtitle: "Prueba de su aceptación",
  print: "Imprimir",
  back: "Volver al adeudo",
  account_holder: "Titular de la cuenta",
  amount: "Monto",
  ip_address: "Dirección IP",
  user_agent: "Navegador",
  wording: "Texto",
  text_hash: "SHA-256 del texto",
  attempt: "Intento",
  accepted_text: "Texto tal como se aceptó",
  masked:
    "El número de cuenta solo se conserva el tiempo necesario para presentar el adeudo. Quedan el país y las cuatro últimas cifras.",
  none: "No hay mandato para este adeudo: nadie ha aceptado ninguno aquí.",
  forgotten: "El deudor ha pedido que se le olvide. La prueba se conserva solo para un litigio, y no se muestra.",
  failed: "No se ha podido cargar el mandato.",
}
