/** Stable names of what a merchant must act on; the dashboard and subscribers rely on them. */
export const PROBLEM_CODES = [
  "order_without_debit",
  "debit_without_order",
  "outcome_unknown",
  "canceled_order_keeps_money",
  "refund_overdue",
  "chargeback_after_refund",
  "amount_mismatch",
  "webhooks_silent",
  "webhook_signature_failing",
  "webhook_given_up",
  "gateway_credentials_rejected",
  "encryption_key_missing",
  "lead_conflict",
  "event_unmatched",
  "reconciliation_failing",
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]
