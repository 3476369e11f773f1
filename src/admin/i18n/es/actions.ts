import type { ActionsTexts } from "../texts/actions"

export const actions: ActionsTexts = {
  open: "Acciones para el adeudo de {{amount}}",
  cancel: "Cancelar",
  failed: "La operación ha fallado",
  show_debit: "Mostrar en su propia página",
  check: {
    label: "Comprobar ahora",
    changed: "Hay novedades: {{state}}",
    unchanged: "CatalystPay no tiene novedades de este adeudo",
  },
  print_mandate: "Imprimir mandato",
  payment_link: {
    label: "Copiar enlace de pago",
    none: "El pedido no espera ningún pago, o la opción paymentLink no está definida.",
    copied: "Enlace copiado",
    not_copied: "Copia este enlace",
  },
  mark_done: {
    label: "Marcar como abonado",
    title: "¿Se ha abonado este reembolso?",
    description:
      "Confirma solo que {{amount}} han salido hacia el deudor, desde el panel de administración de CatalystPay o por transferencia. Con esto no se paga nada.",
    note: "Nota",
    note_hint: "Por ejemplo, la referencia de la transferencia. Opcional.",
    confirm: "Se ha abonado",
    done: "Reembolso marcado como abonado",
  },
}
