import { billingDayAfter, subscriptionOf } from "./billing"
import type { Subscription } from "./ledger"
import type { Attempt, Session } from "./model"

/** What an approved purchase of a recurring session begins; null for any other. */
export function newSubscription(session: Session, attempt: Attempt, amount: number): Subscription | null {
  const terms = subscriptionOf(session, attempt)
  if (!terms || attempt.outcome !== "approved") {
    return null
  }
  const start_date = day(attempt.created_at)
  const trial_end_date = session.trial ? terms.next_billing_date : null
  const created_at = attempt.processed_at ?? attempt.created_at
  return {
    id: attempt.subscription_id,
    session,
    attempt,
    status: "ACTIVE",
    billing_amount: amount,
    start_date,
    next_billing_date: terms.next_billing_date,
    last_billing_date: start_date,
    trial_end_date,
    billing_anchor_date: trial_end_date ?? start_date,
    successful_billing_count: 1,
    failed_billing_count: 0,
    total_revenue: amount,
    created_at,
    updated_at: created_at,
  }
}

/** Takes down that an amount was collected, and when the next one is due. */
export function recordBilling(subscription: Subscription, now: Date): void {
  const { session, billing_anchor_date: anchor, next_billing_date: due } = subscription
  subscription.last_billing_date = day(now)
  subscription.next_billing_date = due === null ? null : billingDayAfter(session.billing_frequency, anchor, due)
  subscription.successful_billing_count += 1
  subscription.total_revenue += subscription.billing_amount
}

/** Takes down that a collected amount came back. */
export function recordReturn(subscription: Subscription): void {
  subscription.successful_billing_count -= 1
  subscription.failed_billing_count += 1
  subscription.total_revenue -= subscription.billing_amount
}

export function isBilled({ status }: Subscription): boolean {
  return status !== "CHARGEDBACK"
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}
