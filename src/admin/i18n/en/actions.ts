import type { ActionsTexts } from "../texts/actions"

export const actions: ActionsTexts = {
  open: "Actions for the direct debit of {{amount}}",
  cancel: "Cancel",
  failed: "That did not work",
  show_debit: "Show on its own page",
  check: {
    label: "Check now",
    changed: "There was news: {{state}}",
    unchanged: "CatalystPay has no news of this debit",
  },
  print_mandate: "Print mandate",
  payment_link: {
    label: "Copy link to pay again",
    none: "The order asks for no payment, or the option paymentLink is not set.",
    copied: "Link copied",
    not_copied: "Copy this link",
  },
  mark_done: {
    label: "Mark as paid out",
    title: "Was this refund paid out?",
    description:
      "Confirm only that {{amount}} has left for the debtor, in CatalystPay's admin panel or by bank transfer. Nothing is paid by this.",
    note: "Note",
    note_hint: "Such as the transfer's reference. Optional.",
    confirm: "It was paid out",
    done: "Refund marked as paid out",
  },
}
