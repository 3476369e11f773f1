import type { Attempt, Session } from "./model"

const MONTHS: Readonly<Record<string, number>> = { MONTHLY: 1, QUARTERLY: 3, SEMIANNUALLY: 6, YEARLY: 12 }
const WEEKS: Readonly<Record<string, number>> = { WEEKLY: 1, BIWEEKLY: 2 }

/** The envelope's `subscription` block; null for one-off sessions. */
export function subscriptionOf(session: Session, attempt: Attempt) {
  if (session.billing_type === "ONE_OFF") {
    return null
  }
  const active = attempt.outcome === "approved"
  return {
    id: attempt.subscription_id,
    status: active ? "ACTIVE" : "PENDING_ACTIVATION",
    billing_frequency: session.billing_frequency,
    next_billing_date: active ? nextBillingDate(session, attempt.created_at) : null,
  }
}

/** One period after the purchase, or the end of the trial; `YYYY-MM-DD`, UTC. Null when no frequency was given. */
function nextBillingDate(session: Session, from: Date): string | null {
  if (session.trial) {
    const { unit, period } = session.trial
    return unit === "month" ? addMonths(from, period) : addDays(from, unit === "week" ? 7 * period : period)
  }
  return periodsLater(session.billing_frequency, from, 1)
}

/**
 * The first day after `due` in the rhythm that begins at `anchor`, all `YYYY-MM-DD`: what begins on a 31st falls due on
 * the last day of shorter months, and on the 31st again. Null when there is no frequency.
 */
export function billingDayAfter(frequency: string | null, anchor: string, due: string): string | null {
  for (let periods = 1; ; periods++) {
    const day = periodsLater(frequency, new Date(anchor), periods)
    if (day === null || day > due) {
      return day
    }
  }
}

function periodsLater(frequency: string | null, from: Date, periods: number): string | null {
  const months = MONTHS[frequency ?? ""]
  const weeks = WEEKS[frequency ?? ""]
  if (months !== undefined) {
    return addMonths(from, months * periods)
  }
  return weeks === undefined ? null : addDays(from, 7 * weeks * periods)
}

function addDays(from: Date, days: number): string {
  const date = new Date(from)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** 31 January plus one month is the last day of February. */
function addMonths(from: Date, months: number): string {
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate()
  const day = Math.min(from.getUTCDate(), lastDay)
  return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, day)).toISOString().slice(0, 10)
}
