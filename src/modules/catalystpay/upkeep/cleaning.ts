import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DebitRecord } from "../debits/debit-record"
import { DEBITS, toRecord, type DebitRow } from "../debits/debit-rows"
import type { DebitStatus } from "../debit-state"
import type { LedgerContext } from "../ledger-context"
import { WITHOUT_BANK_ACCOUNT } from "../checkout/without-bank-account"

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/** The one repeat of a submission happens long before, and a debit that was queued is given up by then. */
const LONGEST_SUBMISSION_HOURS = 24
/** Dead letters wait for somebody who reads them. */
const DEAD_LETTER_FACTOR = 2
const CLOSED_PROBLEM_DAYS = 365
const RUN_DAYS = 90
/** The newest one of each says from where the job goes on. */
const NOT_THE_NEWEST_RUN = `(cause <> 'job' OR EXISTS (
  SELECT 1 FROM catalystpay_reconciliation_run newer
  WHERE newer.account = catalystpay_reconciliation_run.account AND newer.listing = catalystpay_reconciliation_run.listing
    AND newer.cause = 'job' AND newer.status = 'finished' AND newer.started_at > catalystpay_reconciliation_run.started_at))`

/** Nothing of an account that waits for a bank account, or has ended, needs an IBAN. */
const NEEDS_NO_SEAL: DebitStatus[] = ["opened", "approved", "declined", "failed", "cancelled", "superseded"]
const SUBMITTED: DebitStatus[] = ["submitting", "awaiting_verification"]
const OPEN_AT_GATEWAY: DebitStatus[] = ["opened", "ready", "declined"]

/** Destroys and deletes what is of no more use. Any number of servers may do so at once. */
export class Cleaning {
  constructor(
    private readonly knex: () => Knex,
    private readonly context: () => LedgerContext,
  ) {}

  /**
   * Destroys sealed IBANs, and what was asked about them, that wait for nobody any more.
   * @returns how many debits it touched, at most `limit` of each kind
   */
  async destroySeals(limit: number): Promise<number> {
    const cutoff = this.before(this.context().settings.retention.sealedIbanHours * HOUR_MS)
    return (await this.expireReady(cutoff, limit)) + (await this.destroyLeftOver(cutoff, limit))
  }

  /** The shopper never pressed pay: the debit waits for a bank account again. */
  private async expireReady(cutoff: Date, limit: number): Promise<number> {
    const rows = await this.sealed()
      .where({ status: "ready" })
      .where("sealed_at", "<", cutoff)
      .orderBy("updated_at")
      .limit(limit)
      .select<DebitRow[]>("*")
    for (const { id, attempt, sealed_iban } of rows.map(toRecord)) {
      await this.context().store.apply(id, {
        transition: "seal_expired",
        // A shopper who comes back at this very moment keeps what was just given.
        expect: { status: "ready", attempt, ...(sealed_iban === null ? {} : { sealed_iban }) },
        event: { source: "store" },
        patch: WITHOUT_BANK_ACCOUNT,
      })
    }
    return rows.length
  }

  /** Where an outcome should have destroyed it and a process died, and answers about IBANs that were typed and left. */
  private async destroyLeftOver(cutoff: Date, limit: number): Promise<number> {
    const knex = this.knex()
    const submittedBefore = this.before(LONGEST_SUBMISSION_HOURS * HOUR_MS)
    const found = this.sealed()
      .whereRaw("coalesce(sealed_at, updated_at) < ?", [cutoff])
      .whereRaw("(status = ANY(?) OR (status = ANY(?) AND submitted_at < ?))", [NEEDS_NO_SEAL, SUBMITTED, submittedBefore])
      .orderBy("updated_at")
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .select("id")
    return knex<DebitRow>(DEBITS)
      .whereIn("id", found)
      .update({ sealed_iban: null, sealed_at: null, iban_check: null, updated_at: knex.fn.now() })
  }

  /**
   * Debits whose session is still open at CatalystPay although nothing happened to them for the time that the option
   * `retention.openSessionHours` gives; whether their cart or order still wants them, Medusa knows.
   * @param after the id of the last one seen
   */
  async abandoned(limit: number, after: string): Promise<DebitRecord[]> {
    const cutoff = this.abandonedBefore
    const rows = await this.knex()<DebitRow>(DEBITS)
      .whereIn("status", OPEN_AT_GATEWAY)
      .whereNull("deleted_at")
      .where("created_at", "<", cutoff)
      .where("updated_at", "<", cutoff)
      .where("id", ">", after)
      .orderBy("id")
      .limit(limit)
      .select<DebitRow[]>("*")
    return rows.map(toRecord)
  }

  /** A cart that changed after this moment is not abandoned. */
  get abandonedBefore(): Date {
    return this.before(this.context().settings.retention.openSessionHours * HOUR_MS)
  }

  /** Deletes old webhooks, expired leases, and problems and readings that were over long ago. @returns how many rows, at most `limit` of each kind */
  async deleteOld(limit: number): Promise<number> {
    const { webhookDays } = this.context().settings.retention
    const done = { table: "catalystpay_webhook_delivery", column: "created_at" }
    const deleted = [
      await this.deleteFrom(done, webhookDays, limit, (rows) => rows.whereIn("status", ["processed", "ignored"])),
      await this.deleteFrom(done, webhookDays * DEAD_LETTER_FACTOR, limit, (rows) => rows.where({ status: "failed" })),
      await this.deleteFrom({ table: "catalystpay_lease", column: "expires_at" }, 1, limit, (rows) => rows),
      await this.deleteFrom({ table: "catalystpay_problem", column: "closed_at" }, CLOSED_PROBLEM_DAYS, limit, (rows) => rows),
      await this.deleteFrom({ table: "catalystpay_reconciliation_run", column: "finished_at" }, RUN_DAYS, limit, (rows) =>
        rows.whereRaw(NOT_THE_NEWEST_RUN),
      ),
    ]
    return deleted.reduce((sum, count) => sum + count, 0)
  }

  private async deleteFrom(
    { table, column }: { table: string; column: string },
    days: number,
    limit: number,
    narrow: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<number> {
    const knex = this.knex()
    const old = narrow(knex(table).where(column, "<", this.before(days * DAY_MS)))
    return knex(table).whereIn("id", old.limit(limit).forUpdate().skipLocked().select("id")).delete()
  }

  private sealed(): Knex.QueryBuilder<DebitRow> {
    return this.knex()<DebitRow>(DEBITS).whereRaw("(sealed_iban IS NOT NULL OR iban_check IS NOT NULL)").whereNull("deleted_at")
  }

  private before(milliseconds: number): Date {
    return new Date(this.context().now().getTime() - milliseconds)
  }
}
