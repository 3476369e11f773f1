import type { CustomerTexts } from "../texts/customer"

export const customer: CustomerTexts = {
  mandates: "Mandati",
  debits: "Addebiti",
  no_order: "Nessun ordine",
  order: "Ordine n. {{number}}",
  open_debit: "Addebito di {{amount}}",
  last_used: "Ultimo utilizzo: {{date}}",
  show_all: "Tutti gli addebiti",
  show_more_one: "Mostra {{count}} altro addebito",
  show_more_other: "Mostra altri {{count}} addebiti",
}
