/** What the customer's page says. */
export interface CustomerTexts {
  mandates: string
  debits: string
  no_order: string
  order: string
  /** Read out before the amount of a debit that leads to its page. */
  open_debit: string
  last_used: string
  show_all: string
  show_more_one: string
  show_more_other: string
}
