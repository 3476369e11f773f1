import type { ErrorCode } from "./types"

/** `sdd_sale`: an attempt to pay; `sdd_rebill`: a later one of a subscription; `sdd_refund`: money given back. */
export type TransactionType = "sdd_sale" | "sdd_rebill" | "sdd_refund"

export type OrderStatus = "PENDING" | "COMPLETED" | "FAILED" | "PARTIALLY_REFUNDED" | "REFUNDED" | "CHARGEDBACK"

/** Of the API's nine those that this sandbox can bring about. */
export type SubscriptionStatus = "ACTIVE" | "PAST_DUE" | "CHARGEDBACK"

/** A transaction as it stands now. The API makes a new one for each attempt, rebill and refund. */
export type TransactionRecord = {
  id: string
  session_token: string
  type: TransactionType
  merchant_transaction_id: string
  gateway_reference: string | null
  tenant_reference_id: string | null
  /** The debit that a refund gives back; null for others. */
  original_transaction_id: string | null
  /** Of a rebill; null for others. */
  subscription_id: string | null
  /** `pending`, `approved`, `declined`, or the word for a settled one (switch `transaction-words`). */
  status: string
  /** Decimal string in major units. */
  amount: string
  currency: string
  order_id: string
  order_number: string
  order_status: OrderStatus
  /** All but the last four characters replaced by `*`. */
  iban_masked: string
  holder_name: string
  error_code: ErrorCode | null
  /** ISO 20022 reason of a decline or return, e.g. "AM04". */
  reason_code: string | null
  created_at: string
  processed_at: string | null
}

export type ChargebackRecord = {
  id: string
  status: "charged_back"
  /** CatalystPay's id of the debit that was charged back. */
  transaction_id: string
  session_token: string
  tenant_reference_id: string | null
  order_number: string
  /** Decimal string in major units. */
  amount: string
  currency: string
  /** ISO 20022, e.g. "MD06". */
  reason_code: string
  reason_message: string
  created_at: string
}

/** Days are `YYYY-MM-DD`, moments ISO 8601, amounts decimal strings in major units. */
export type SubscriptionRecord = {
  id: string
  session_token: string
  status: SubscriptionStatus
  billing_amount: string
  currency: string
  billing_frequency: string | null
  start_date: string
  next_billing_date: string | null
  last_billing_date: string | null
  cancelled_at: string | null
  trial_end_date: string | null
  billing_anchor_date: string | null
  successful_billing_count: number
  failed_billing_count: number
  total_revenue: string
  order_id: string
  lead_id: string
  offer_id: string | null
  payment_gateway_id: string
  created_at: string
  updated_at: string
}

/** What can happen to a debit after it was approved. Ids are CatalystPay's; amounts decimal strings in major units. */
export type MoneyAfterwards = {
  /**
   * The money arrived.
   * @throws ApiError 404 for an unknown id, 409 for what is no approved debit
   */
  settle(transactionId: string): TransactionRecord
  /**
   * The debit comes back, before or after it was settled.
   * @param reasonCode ISO 20022, four characters, e.g. "AM04"
   * @throws ApiError 404, 400 for what is no reason code, 409 for what is no approved or settled debit
   */
  bounce(transactionId: string, reasonCode: string): TransactionRecord
  /**
   * The debtor or the bank takes money back.
   * @param details without an amount, all that was not charged back yet
   * @throws ApiError 404, 400 for a bad amount or reason code, 409 for no approved debit or more than is left of it
   */
  chargeBack(transactionId: string, details: { reason_code: string; amount?: string }): ChargebackRecord
  /**
   * The merchant gives money back.
   * @param details without an amount, all that is left after refunds and chargebacks
   * @throws ApiError 404, 400 for a bad amount, 409 for no approved debit or more than is left of it
   */
  refund(transactionId: string, details?: { amount?: string }): TransactionRecord
  /**
   * Collects a subscription's next amount now.
   * @throws ApiError 404 for an unknown id, 409 for a subscription that was charged back
   */
  rebill(subscriptionId: string): TransactionRecord
  /** Oldest first, as copies. */
  transactions(): TransactionRecord[]
  chargebacks(): ChargebackRecord[]
  subscriptions(): SubscriptionRecord[]
}
