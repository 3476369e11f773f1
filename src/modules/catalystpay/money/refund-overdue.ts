const DAY_MS = 24 * 60 * 60 * 1000
const OVERDUE_AFTER_MS = 7 * DAY_MS

/** Pure: a refund that has been due for longer than 7 days is a problem. */
export function isOverdue(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > OVERDUE_AFTER_MS
}
