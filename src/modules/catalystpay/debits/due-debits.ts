import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DebitRecord } from "./debit-record"
import { DEBITS, lockDebit, toRecord, writeEvent, type DebitRow } from "./debit-rows"

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** By then the process that submitted it has its answer, or has given up on it. */
export const OWNER_MS = 30_000
/** A shopper who signs a mandate comes back by himself as a rule. */
const SHOPPER_MS = MINUTE_MS
/** What never settles is asked for ever less often: a day after its submission once an hour, after ten days every ten. */
const SHARE_OF_AGE = 24
const MOST_DOUBLINGS = 12

/** Pure: how long to wait before the next look at a debit. @param ageMs milliseconds since its submission */
export function pauseBeforeCheck(checks: number, ageMs: number): number {
  const doubled = MINUTE_MS * 2 ** Math.min(checks, MOST_DOUBLINGS)
  return Math.min(doubled, Math.max(HOUR_MS, ageMs / SHARE_OF_AGE))
}

/** Debits that the gateway has not settled, and whose turn it is to be asked after. */
export class DueDebits {
  constructor(private readonly knex: () => Knex) {}

  /**
   * Takes the debit that has been due the longest, for one caller: its next turn is set at once, so that a process that
   * dies with it delays it by one pause. Null when none is due.
   */
  async claim(now: Date): Promise<DebitRecord | null> {
    const before = (ms: number) => new Date(now.getTime() - ms)
    return this.knex().transaction(async (trx) => {
      const row = await trx<DebitRow>(DEBITS)
        .whereNull("deleted_at")
        .whereIn("status", ["submitting", "awaiting_verification"])
        .where((due) => {
          void due.where("next_check_at", "<=", now).orWhere((first) => {
            void first.whereNull("next_check_at").where((unowned) => {
              void unowned
                .where((lost) => void lost.where({ status: "submitting" }).where("submitted_at", "<=", before(OWNER_MS)))
                .orWhere("submitted_at", "<=", before(SHOPPER_MS))
            })
          })
        })
        .orderByRaw("coalesce(next_check_at, submitted_at)")
        .forUpdate()
        .skipLocked()
        .first<DebitRow | undefined>("*")
      if (!row) {
        return null
      }
      const debit = toRecord(row)
      const age = now.getTime() - (debit.submitted_at?.getTime() ?? now.getTime())
      const next_check_at = new Date(now.getTime() + pauseBeforeCheck(debit.checks, age))
      const claimed = { checks: debit.checks + 1, next_check_at }
      await trx<DebitRow>(DEBITS).where({ id: debit.id }).update(claimed)
      return { ...debit, ...claimed }
    })
  }

  /**
   * Marks the one repeat of `/pay/` before it is sent: true for one caller per attempt.
   * @param debit as the caller has read it
   */
  async claimRepeat(debit: DebitRecord, now: Date): Promise<boolean> {
    return this.knex().transaction(async (trx) => {
      const current = await lockDebit(trx, debit.id)
      const { status, attempt, repeated_at, sealed_iban } = current
      const asRead = status === "submitting" && attempt === debit.attempt && sealed_iban === debit.sealed_iban
      if (!asRead || repeated_at) {
        return false
      }
      await trx<DebitRow>(DEBITS).where({ id: debit.id }).update({ repeated_at: now, updated_at: trx.fn.now() })
      const event = { type: "submission_repeated", source: "medusa" as const, details: { reference: current.reference } }
      await writeEvent(trx, current, event, { from: status, to: status })
      return true
    })
  }

  /** The repeat certainly never arrived: it may be sent another time. */
  async releaseRepeat(id: string): Promise<void> {
    await this.knex()<DebitRow>(DEBITS).where({ id }).update({ repeated_at: null })
  }
}
