import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DebitRecord } from "./debit-record"
import { DEBITS, toRecord, type DebitRow } from "./debit-rows"

const MINUTE_MS = 60 * 1000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A completion that is running now is given time. */
const YOUNGEST_MS = 2 * MINUTE_MS
/** What nobody has touched for so long has been looked at many times. */
const LONGEST_UNTOUCHED_MS = 3 * DAY_MS
/** Sessions end long before; it lets the index of status and age bound the search. */
const OLDEST_MS = 30 * DAY_MS

/**
 * A page of debits whose order Medusa may not hold as it should: touched of late, and neither booked nor reported.
 * @param after the id of the last debit of the page before
 */
export async function debitsToCompare(knex: Knex, now: Date, after: string, limit: number): Promise<DebitRecord[]> {
  const ago = (ms: number) => new Date(now.getTime() - ms)
  const rows = await knex<DebitRow>(DEBITS)
    .whereNull("deleted_at")
    .whereIn("status", ["opened", "ready", "queued", "submitting", "awaiting_verification", "approved", "declined", "failed"])
    .where("created_at", ">", ago(OLDEST_MS))
    .whereBetween("updated_at", [ago(LONGEST_UNTOUCHED_MS), ago(YOUNGEST_MS)])
    .whereNull("captured_at")
    .whereNull("orphaned_at")
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .select<DebitRow[]>("*")
  return rows.map(toRecord)
}
