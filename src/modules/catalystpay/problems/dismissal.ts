import type { ProblemCode } from "./problem-codes"
import type { ProblemRecord } from "./problems"

/**
 * Whether a problem closes by itself, sooner or later, once what it says is no longer so. Of the others nobody can see that
 * the merchant has dealt with them, such as money that was sent back by bank transfer: they stay until they are put aside.
 */
const HEALS_BY_ITSELF: Record<ProblemCode, boolean> = {
  order_without_debit: true,
  debit_without_order: false,
  outcome_unknown: true,
  canceled_order_keeps_money: false,
  refund_overdue: true,
  chargeback_after_refund: false,
  amount_mismatch: false,
  webhooks_silent: true,
  webhook_signature_failing: true,
  webhook_given_up: false,
  gateway_credentials_rejected: true,
  encryption_key_missing: true,
  lead_conflict: false,
  event_unmatched: false,
  reconciliation_failing: true,
}

/** Pure: whether the merchant may put a problem aside. */
export function canBeDismissed({ code, closed_at }: Pick<ProblemRecord, "code" | "closed_at">): boolean {
  return closed_at === null && !HEALS_BY_ITSELF[code]
}
