/*
 * What three sides know of the same money, each by its own records. Amounts are whole cents, names are ids; what a
 * record lacks is null.
 */

/** A debit that CatalystPay accepted. */
export interface GatewayDebit {
  transaction_id: string
  session_token: string
  email: string
  cents: number
}

export interface LedgerDebit {
  id: string
  status: string
  session_token: string
  email: string
  cents: number
  captured_cents: number
  order_id: string | null
  problem_codes: string[]
}

export interface MedusaOrder {
  id: string
  email: string
  canceled: boolean
  total_cents: number
  /** The order's own transactions, captures among them. */
  paid_cents: number
  problem_codes: string[]
}

export interface MedusaPayment {
  id: string
  order_id: string | null
  debit_id: string | null
  canceled: boolean
  cents: number
  captures: number
  captured_cents: number
}

export interface Delivery {
  id: string
  status: string
  received_count: number
  problem_codes: string[]
}

/** One that is open. */
export interface OpenProblem {
  code: string
  debit_id: string | null
  order_id: string | null
}

/** How a checkout ended for the shopper. */
export type Ending =
  | { kind: "ordered"; order_id: string }
  /** The bank said no for good. */
  | { kind: "declined" }
  /** The shopper did not wait for an answer, or never pressed pay. */
  | { kind: "left" }
  /** Everything was tried, in vain. */
  | { kind: "gave_up"; why: string }

export interface Checkout {
  name: string
  scenario: string
  email: string
  ending: Ending
}

export interface Facts {
  gateway: GatewayDebit[]
  ledger: LedgerDebit[]
  orders: MedusaOrder[]
  payments: MedusaPayment[]
  deliveries: Delivery[]
  problems: OpenProblem[]
  checkouts: Checkout[]
}
