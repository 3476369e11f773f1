/** How money went back that had been captured: charged back by the debtor, or returned by the debtor's bank. */
export const CHARGEBACK_KINDS = ["chargeback", "return"] as const
export type ChargebackKind = (typeof CHARGEBACK_KINDS)[number]

/** Amounts are decimal strings in major units. */
export interface ChargebackRecord {
  id: string
  debit_id: string
  account: string
  gateway_id: string
  kind: ChargebackKind
  amount: string
  currency_code: string
  reason_code: string | null
  reason_message: string | null
  bank_fee: string | null
  arn: string | null
  reported_at: Date | null
  booked_at: Date | null
  announced_at: Date | null
  created_at: Date
}

export interface RefundRecord {
  id: string
  debit_id: string
  account: string
  medusa_refund_id: string
  amount: string
  /** By CatalystPay's report or the merchant's word. */
  confirmed_amount: string
  /** What of the confirmed amount is the merchant's word alone. */
  merchant_amount: string
  currency_code: string
  due_at: Date
  confirmed_at: Date | null
  inside_chargeback_window: boolean
  marked_done_at: Date | null
  /** Id of Medusa's user. */
  marked_done_by: string | null
  marked_done_note: string | null
  announced_at: Date | null
  marked_done_announced_at: Date | null
}

export interface RefundReceiptRecord {
  id: string
  debit_id: string
  account: string
  transaction_id: string
  amount: string
  unasked_amount: string
  currency_code: string
  processed_at: Date | null
  booked_at: Date | null
  announced_at: Date | null
}

/** What went back of a debit, and what is to go back. */
export interface MoneyBack {
  chargebacks: ChargebackRecord[]
  refunds: RefundRecord[]
  receipts: RefundReceiptRecord[]
}
