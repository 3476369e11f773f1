import type { CustomerTexts } from "../texts/customer"

export const customer: CustomerTexts = {
  mandates: "Mandate",
  debits: "Lastschriften",
  no_order: "Keine Bestellung",
  order: "Bestellung #{{number}}",
  open_debit: "Lastschrift über {{amount}}",
  last_used: "Zuletzt genutzt {{date}}",
  show_all: "Alle Lastschriften",
  show_more_one: "{{count}} weitere Lastschrift anzeigen",
  show_more_other: "{{count}} weitere Lastschriften anzeigen",
}
