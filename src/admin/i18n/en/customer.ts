import type { CustomerTexts } from "../texts/customer"

export const customer: CustomerTexts = {
  mandates: "Mandates",
  debits: "Debits",
  no_order: "No order",
  order: "Order #{{number}}",
  open_debit: "Direct debit of {{amount}}",
  last_used: "Last used {{date}}",
  show_all: "All direct debits",
  show_more_one: "Show {{count}} more debit",
  show_more_other: "Show {{count}} more debits",
}
