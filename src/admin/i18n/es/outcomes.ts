import type { OutcomesTexts } from "../texts/outcomes"

export const outcomes: OutcomesTexts = {
  confirmed: "Confirmado.",
  confirmed_by_records: "Confirmado por la API de conciliación.",
  known_already: "Ya se sabía.",
  noted: "Anotado; no hay nada que hacer.",
  paid_externally: "Pagado en CatalystPay y no a través de esta tienda; comunicado.",
  earlier_attempt: "Un intento anterior en la página de CatalystPay; no cambia nada.",
  not_confirmed: "La API no lo confirma. Situación del adeudo: {{status}}.",
  not_in_records_yet: "La API de conciliación todavía no lo confirma.",
  nothing_waits: "Ningún intento de esta tienda lo espera; no se ha registrado nada. Situación del adeudo: {{status}}.",
  other_money: "Habla de otro monto u otra moneda que el adeudo; anotado, no aplicado.",
  other_account: "El adeudo pertenece a otra cuenta que aquella a la que se envió este webhook.",
  live_of_test_debit: "Viene del entorno real, el adeudo del entorno de prueba; anotado, no aplicado.",
  test_of_live_debit: "Viene del entorno de prueba, el adeudo del entorno real; anotado, no aplicado.",
  ids_unknown: "Ningún adeudo de esta tienda lleva los identificadores de este webhook.",
  names_no_debit:
    "Este webhook no nombra ningún adeudo: incluye session_token, tenant_reference_id, order_number o transaction_id en la " +
    "asignación de campos de su endpoint en CatalystPay, o indica tus claves para ellos en la opción fieldMap.",
  refund_of_no_debit: "Ningún adeudo de esta tienda, o más de uno, puede ser el que este reembolso devuelve.",
  gateway_silent: "CatalystPay no ha respondido cuando se le ha preguntado: {{why}}.",
  key_rejected: "CatalystPay no ha aceptado la clave API: {{why}}.",
  not_processed: "No se ha podido procesar: {{why}}.",
}
