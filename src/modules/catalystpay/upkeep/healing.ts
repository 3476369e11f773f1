import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DebitRecord } from "../debits/debit-record"
import { DEBITS, toRecord, type DebitRow } from "../debits/debit-rows"
import { DEBIT_STATUSES, isReplaced } from "../debit-state"

const MINUTE_MS = 60 * 1000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A completion that is running now is given time. */
const YOUNGEST_MS = 2 * MINUTE_MS
/** What nobody has touched for so long has been looked at many times. */
const LONGEST_UNTOUCHED_MS = 3 * DAY_MS
/** What was booked, or replaced, before that has been looked at since. */
const BOOKED_MS = 60 * MINUTE_MS
/** Sessions end long before; it lets the index of status and age bound the search. */
const OLDEST_MS = 30 * DAY_MS

export interface ComparedPage {
  /** The id of the last debit of the page before; empty for the first. */
  after: string
  limit: number
  /** Whether to look at debits that were booked as captured, or replaced, days ago, too, or only at those of the last hour. */
  booked_long_ago: boolean
}

/** Pure: whether nobody is at a debit just now, so that what Medusa lacks of it is not about to be written. */
export function isAtRest({ updated_at }: DebitRecord, now: Date): boolean {
  return now.getTime() - updated_at.getTime() > YOUNGEST_MS
}

/**
 * A page of debits whose order Medusa may not hold as it should, by id: touched of late, perhaps this moment, and not
 * reported.
 */
export async function debitsToCompare(knex: Knex, now: Date, { after, limit, booked_long_ago }: ComparedPage): Promise<DebitRecord[]> {
  const ago = (ms: number) => new Date(now.getTime() - ms)
  const lately = ago(booked_long_ago ? LONGEST_UNTOUCHED_MS : BOOKED_MS)
  const rows = await knex<DebitRow>(DEBITS)
    .whereNull("deleted_at")
    // All there are, for the index: an order may have been left by a process for a debit that was cancelled since.
    .whereIn("status", DEBIT_STATUSES)
    .where("created_at", ">", ago(OLDEST_MS))
    .where("updated_at", ">", ago(LONGEST_UNTOUCHED_MS))
    .where((rows) => {
      void rows.whereNull("captured_at").orWhere("captured_at", ">", lately)
    })
    // Every cart that changes leaves one: those of days would fill the pages before the others come.
    .where((rows) => {
      void rows.whereNotIn("status", DEBIT_STATUSES.filter(isReplaced)).orWhere("updated_at", ">", lately)
    })
    .whereNull("orphaned_at")
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .select<DebitRow[]>("*")
  return rows.map(toRecord)
}
