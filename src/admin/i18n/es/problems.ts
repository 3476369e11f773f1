import type { ProblemsTexts } from "../texts/problems"

export const problems: ProblemsTexts = {
  order_without_debit: {
    sentence: "El pedido está hecho y ningún adeudo lo paga.",
    way_out: "Envía al cliente el enlace para volver a pagar, o cancela el pedido.",
  },
  order_left_unlinked: {
    sentence: "Un servidor se cayó mientras hacía este pedido: no pertenece a ningún carrito y nada lo paga.",
    way_out: "Cancélalo: si el cliente volvió a pulsar pagar, se hizo otro pedido.",
  },
  debit_without_order: {
    sentence: "Un adeudo de {{amount}} {{currency}} se ha aprobado y no paga ningún pedido.",
    way_out: "Reembólsalo en el panel de administración de CatalystPay o por transferencia.",
  },
  outcome_unknown: {
    sentence: "Se ha presentado un adeudo, y CatalystPay no ha dicho qué ha sido de él.",
    way_out: "Busca la referencia en el panel de administración de CatalystPay antes de entregar o de pedir otro pago.",
  },
  canceled_order_keeps_money: {
    sentence: "El pedido se ha cancelado, y su adeudo de {{amount}} {{currency}} se ha cobrado.",
    way_out: "Reembólsalo en el panel de administración de CatalystPay o por transferencia.",
  },
  refund_overdue: {
    sentence: "Un reembolso de {{amount}} {{currency}} está pendiente desde hace más de 7 días.",
    way_out:
      "Abónalo en el panel de administración de CatalystPay; se confirma por sí solo en cuanto CatalystPay lo comunica. O abónalo " +
      "por transferencia y márcalo como abonado.",
  },
  chargeback_after_refund: {
    sentence: "El deudor ha devuelto {{amount}} {{currency}} que ya se habían reembolsado: el dinero ha salido dos veces.",
    way_out: "Reclámaselo al cliente; la devolución del adeudo no se puede impugnar.",
  },
  amount_mismatch: {
    sentence: "CatalystPay o el pedido habla de {{found}}, el adeudo es de {{expected}}.",
    way_out: "Compara ambos y reembolsa lo que sobra o reclama lo que falta.",
  },
  webhooks_silent: {
    sentence: "Hay adeudos en espera y no ha llegado ningún webhook.",
    way_out: "Comprueba la dirección del webhook y sus eventos en el panel de administración de CatalystPay.",
  },
  webhook_signature_failing: {
    sentence: "Llegan webhooks cuya firma no coincide.",
    way_out: "Compara webhookSecret con el secreto de firma del perfil de webhook.",
  },
  webhook_given_up: {
    sentence: "Un webhook ({{event}}) no se ha podido procesar y se ha abandonado.",
    way_out: "Lee el motivo en su entrega y vuelve a procesarlo.",
  },
  gateway_credentials_rejected: {
    sentence: "CatalystPay no acepta la clave API.",
    way_out: "Indica la clave actual de la cuenta en las opciones del plugin.",
  },
  encryption_key_missing: {
    sentence:
      "Cuentas bancarias que esperan a presentarse ({{debits}}) se sellaron con una clave de cifrado que ya no figura en la lista.",
    way_out:
      "Añade esa clave después de la nueva en encryptionKey hasta que esto se cierre por sí solo. Sin ella, se volverá a pedir a " +
      "los compradores su cuenta bancaria, y los pedidos hechos quedarán sin pagar.",
  },
  lead_conflict: {
    sentence: "CatalystPay tiene una sesión de pago activa del comprador que esta tienda no conoce.",
    way_out: "Cancela la sesión del lead en el panel de administración de CatalystPay y deja que el comprador lo intente de nuevo.",
  },
  event_unmatched: {
    sentence: "Lo que CatalystPay comunica ({{event}}) no se ha podido asignar a un solo adeudo.",
    way_out:
      "Busca la transacción en el panel de administración de CatalystPay e incluye session_token o tenant_reference_id en la " +
      "asignación de campos del endpoint.",
  },
  reconciliation_failing: {
    sentence: "Los registros de CatalystPay ({{listing}}) a partir del {{since}} no se han podido leer por completo: {{why}}.",
    way_out:
      "Lee el motivo en el registro del servidor. La tarea sigue intentándolo; los días que ha dejado atrás se vuelven a leer " +
      "cuando los concilias.",
  },
}
