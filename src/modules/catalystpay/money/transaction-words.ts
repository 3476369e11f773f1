/**
 * Words for a transaction that came to nothing, in lower case. No page lists the statuses of transactions (contract,
 * section 7): "declined" was seen, the others are what CatalystPay's adapters and banks call the same. A word that is
 * not here changes nothing.
 */
const FAILURES: ReadonlySet<string> = new Set([
  "declined",
  "failed",
  "rejected",
  "refused",
  "returned",
  "reversed",
  "bounced",
  "cancelled",
  "canceled",
  "voided",
])

/** Words for a transaction of which nothing can be said yet. */
const UNDECIDED: ReadonlySet<string> = new Set(["pending", "created", "submitted", "processing", "in_progress", "in progress"])

/** The debit, or the refund, was not carried out, or came back. */
export function isFailure(status: string | null): boolean {
  return status !== null && FAILURES.has(status)
}

/** Wait for another word. */
export function isUndecided(status: string | null): boolean {
  return status === null || UNDECIDED.has(status)
}
