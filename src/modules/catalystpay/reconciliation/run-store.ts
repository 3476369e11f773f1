import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { DEBITS, toDate, type DebitRow } from "../debits/debit-rows"
import { CatalystPayError } from "../errors"
import { countOf, type Page } from "../page"
import { firstWindowStart, type DayRange } from "./days"
import { EMPTY_REPORT } from "./report"
import { RECONCILED_LISTINGS, type ReconciledListing, type RunCause, type RunRecord } from "./run-record"

const RUNS = "catalystpay_reconciliation_run"

type Row = RunRecord & { holder: string | null; deleted_at: Date | null }

export interface RunFilter {
  account?: string
  listing?: ReconciledListing
}

/** The runs and their places. Whoever moves a run's place holds it: another one's writes come to nothing. */
export class RunStore {
  constructor(private readonly knex: () => Knex) {}

  /** When the newest finished run of the job began, for any account of the tenant; null before the first. */
  async readUntil(accounts: string[], listing: ReconciledListing): Promise<Date | null> {
    const row = await this.runs()
      .whereIn("account", accounts)
      .where({ listing, cause: "job", status: "finished" })
      .max<{ latest: Date | null }[]>("started_at as latest")
    return toDate(row[0]?.latest ?? null)
  }

  /** When the oldest debit of the accounts was opened. */
  async oldestDebit(accounts: string[]): Promise<Date | null> {
    const row = await this.knex()<DebitRow>(DEBITS)
      .whereIn("account", accounts)
      .whereNull("deleted_at")
      .min<{ oldest: Date | null }[]>("created_at as oldest")
    return toDate(row[0]?.oldest ?? null)
  }

  /** Runs that are not at their end, the oldest first, and of those that began together the transactions. */
  async unfinished(accounts: string[], cause: RunCause, listing?: ReconciledListing): Promise<RunRecord[]> {
    const rows = await this.runs()
      .whereIn("account", accounts)
      .where({ cause, ...(listing ? { listing } : {}) })
      .whereNull("finished_at")
      .orderBy([{ column: "created_at" }, { column: "listing", order: "desc" }])
      .select<Row[]>("*")
    return rows.map(toRecord)
  }

  /** @returns null when one for the same account, listing and cause is not at its end */
  async begin(account: string, listing: ReconciledListing, cause: RunCause, days: DayRange, now: Date): Promise<RunRecord | null> {
    return this.insert(this.knex(), { account, listing, cause, days, now })
  }

  /**
   * Writes down that days were asked for, one run for each listing; what was interrupted is abandoned for it.
   * @throws CatalystPayError `reconciliation_running` when somebody else has asked at the same moment
   */
  async request(account: string, days: DayRange, now: Date): Promise<RunRecord[]> {
    return this.knex().transaction(async (trx) => {
      await trx<Row>(RUNS)
        .where({ account, cause: "request" })
        .whereNull("finished_at")
        .update({ status: "abandoned", finished_at: now, holder: null, updated_at: trx.fn.now() })
      const runs: RunRecord[] = []
      for (const listing of RECONCILED_LISTINGS) {
        const run = await this.insert(trx, { account, listing, cause: "request", days, now })
        if (!run) {
          throw alreadyRunning(account)
        }
        runs.push(run)
      }
      return runs
    })
  }

  /** From now on only this holder moves it. */
  async take(id: string, holder: string): Promise<void> {
    const knex = this.knex()
    await knex<Row>(RUNS).where({ id }).whereNull("finished_at").update({ holder, status: "running", updated_at: knex.fn.now() })
  }

  /** Writes down how far it is. @returns false when somebody else holds it by now, and nothing was written */
  async keep(holder: string, run: RunRecord): Promise<boolean> {
    const knex = this.knex()
    const written: number = await knex(RUNS)
      .where({ id: run.id, holder })
      .whereNull("finished_at")
      .update({ ...progressOf(run), updated_at: knex.fn.now() })
    return written > 0
  }

  /** Debits that runs have left to be agreed on. */
  async unagreed(accounts: string[]): Promise<RunRecord[]> {
    const rows = await this.runs().whereIn("account", accounts).whereRaw("unagreed <> '[]'::jsonb").select<Row[]>("*")
    return rows.map(toRecord)
  }

  async agreed(id: string, debitId: string): Promise<void> {
    const knex = this.knex()
    await knex(RUNS)
      .where({ id })
      .update({ unagreed: knex.raw("unagreed - ?::text", [debitId]) })
  }

  async byIds(ids: string[]): Promise<RunRecord[]> {
    const rows = await this.runs().whereIn("id", ids).orderBy([{ column: "created_at" }, { column: "listing", order: "desc" }]).select<Row[]>("*")
    return rows.map(toRecord)
  }

  /** Newest first, and how many there are in all. */
  async list(filter: RunFilter, page: Page): Promise<[RunRecord[], number]> {
    const matching = () => this.runs().where(filter)
    const rows = await matching()
      .orderBy([
        { column: "created_at", order: "desc" },
        { column: "id", order: "desc" },
      ])
      .limit(page.limit)
      .offset(page.offset)
      .select<Row[]>("*")
    return [rows.map(toRecord), await countOf(matching())]
  }

  /** The newest run of each account and listing. */
  async latest(): Promise<RunRecord[]> {
    const rows = await this.runs()
      .distinctOn("account", "listing")
      .orderBy([{ column: "account" }, { column: "listing" }, { column: "started_at", order: "desc" }, { column: "id", order: "desc" }])
      .select<Row[]>("*")
    return rows.map(toRecord)
  }

  private runs(): Knex.QueryBuilder<Row, Row[]> {
    return this.knex()<Row>(RUNS).whereNull("deleted_at")
  }

  private async insert(
    knex: Knex,
    run: Pick<RunRecord, "account" | "listing" | "cause"> & { days: DayRange; now: Date },
  ): Promise<RunRecord | null> {
    const { account, listing, cause, days, now } = run
    const rows = await knex(RUNS)
      .insert({
        id: generateEntityId(undefined, "cprun"),
        account,
        listing,
        cause,
        ...days,
        window_start: firstWindowStart(days),
        report: JSON.stringify(EMPTY_REPORT),
        unagreed: "[]",
        started_at: now,
      })
      .onConflict(knex.raw("(account, listing, cause) WHERE finished_at IS NULL AND deleted_at IS NULL"))
      .ignore()
      .returning<Row[]>("*")
    return rows[0] ? toRecord(rows[0]) : null
  }
}

/** The same days, or others, are being read now. */
export function alreadyRunning(account: string): CatalystPayError {
  return new CatalystPayError("reconciliation_running", {
    developer: `A reconciliation of the account "${account}" is running: ask again when it has finished.`,
  })
}

/** jsonb columns are written as text. */
function progressOf(run: RunRecord): Record<string, unknown> {
  const { window_start, next, rows_done, last_row_id, window_restarted, status, failure, finished_at, report, unagreed } = run
  return {
    window_start,
    next,
    rows_done,
    last_row_id,
    window_restarted,
    status,
    failure,
    finished_at,
    report: JSON.stringify(report),
    unagreed: JSON.stringify(unagreed),
  }
}

function toRecord(row: Row): RunRecord {
  const { holder: _holder, deleted_at: _deleted, ...record } = row
  return {
    ...record,
    started_at: new Date(row.started_at),
    finished_at: toDate(row.finished_at),
    created_at: new Date(row.created_at),
    updated_at: new Date(row.updated_at),
  }
}
