import type { CustomerTexts } from "../texts/customer"

export const customer: CustomerTexts = {
  mandates: "Mandats",
  debits: "Prélèvements",
  no_order: "Aucune commande",
  order: "Commande n° {{number}}",
  open_debit: "Prélèvement de {{amount}}",
  last_used: "Dernière utilisation : {{date}}",
  show_all: "Tous les prélèvements",
  show_more_one: "Afficher {{count}} prélèvement de plus",
  show_more_other: "Afficher {{count}} prélèvements de plus",
}
