import type { CustomerTexts } from "../texts/customer"

export const customer: CustomerTexts = {
  mandates: "Machtigingen",
  debits: "Incasso’s",
  no_order: "Geen bestelling",
  order: "Bestelling #{{number}}",
  open_debit: "Incasso van {{amount}}",
  last_used: "Laatst gebruikt op {{date}}",
  show_all: "Alle incasso’s",
  show_more_one: "Nog {{count}} incasso tonen",
  show_more_other: "Nog {{count}} incasso’s tonen",
}
