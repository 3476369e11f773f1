import type { CustomerTexts } from "../texts/customer"

export const customer: CustomerTexts = {
  mandates: "Mandatos",
  debits: "Adeudos",
  no_order: "Sin pedido",
  order: "Pedido n.º {{number}}",
  open_debit: "Adeudo de {{amount}}",
  last_used: "Último uso: {{date}}",
  show_all: "Todos los adeudos",
  show_more_one: "Mostrar {{count}} adeudo más",
  show_more_other: "Mostrar {{count}} adeudos más",
}
