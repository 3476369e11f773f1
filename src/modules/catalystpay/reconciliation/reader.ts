import { randomUUID } from "node:crypto"
import { GatewayError, type ChargebackRow, type TransactionRow } from "../../../gateway"
import { textOf } from "../error-text"
import type { LedgerContext } from "../ledger-context"
import { applyChargeback } from "./chargeback-row"
import { nextWindowStart, windowOf } from "./days"
import { tellOfFailedRow } from "./failing"
import { failureOf } from "./failure"
import { firstToDo, startOfWindow } from "./place"
import { countRow, type RowOutcome } from "./report"
import type { RunRecord } from "./run-record"
import type { RunStore } from "./run-store"
import { applyTransaction } from "./transaction-row"

/** What changed nothing is written down in so many: after a crash they are looked at again, which does no harm. */
const ROWS_AT_MOST = 20

/** Brings Medusa in line with a debit that a row has changed. */
export type Agree = (debitId: string) => Promise<void>

export interface ReadingTerms {
  agree: Agree
  /** When to stop for now; the place is kept. */
  until: Date
  /** Whether somebody has begun it before, and may have died over it. */
  is_resumed: boolean
}

/** How a worker left a run: `lost`: another worker has it. */
export type Ending = "finished" | "paused" | "interrupted" | "lost"

class RunLost extends Error {}
class TimeIsUp extends Error {}

type AnyRow = TransactionRow | ChargebackRow

interface AnyPage {
  rows: AnyRow[]
  next: string | null
}

/**
 * Reads one run on from its place, a page at a time: each row is applied, Medusa is brought in line, and only then the
 * place moves. A process that dies leaves the place where it was; the row it was at is applied once more and is known, and
 * its debit is agreed on once more. Numbers are written together with the place, so that no row counts twice.
 */
export class Reader {
  private readonly holder = randomUUID()
  /** Rows that a worker which died may have applied without Medusa being told: what they are about is agreed on. */
  private unsure: number
  private unwritten = 0

  constructor(
    private readonly context: LedgerContext,
    private readonly runs: RunStore,
    private run: RunRecord,
    private readonly terms: ReadingTerms,
  ) {
    this.unsure = terms.is_resumed ? ROWS_AT_MOST : 0
  }

  /** @throws what is no failure of the API's: the database's. The place is kept. */
  async read(): Promise<{ ending: Ending; run: RunRecord }> {
    await this.runs.take(this.run.id, this.holder)
    const ending = await this.readOn()
    return { ending, run: this.run }
  }

  private async readOn(): Promise<Ending> {
    for (;;) {
      try {
        await this.readWindows()
        return "finished"
      } catch (error) {
        if (error instanceof RunLost || error instanceof TimeIsUp) {
          return error instanceof RunLost ? "lost" : "paused"
        }
        if (!(error instanceof GatewayError)) {
          throw error
        }
        const after = failureOf(this.run, error)
        if (!(await this.writeFailure(after))) {
          return "lost"
        }
        if (after.failure !== null) {
          return "interrupted"
        }
        this.context.logger.warn(`Reconciliation ${this.run.id} begins its window anew: ${error.message}`)
      }
    }
  }

  private async readWindows(): Promise<void> {
    for (;;) {
      for await (const page of this.pages()) {
        await this.workOff(page.rows)
        await this.context.faults.at("before_page_is_finished", null)
        await this.finishPage(page.next)
        if (this.run.status !== "finished" && this.isTimeUp) {
          throw new TimeIsUp()
        }
      }
      if (this.run.status === "finished") {
        return
      }
    }
  }

  private get isTimeUp(): boolean {
    return Date.now() > this.terms.until.getTime()
  }

  private pages(): AsyncIterable<AnyPage> {
    const { account, listing, next } = this.run
    const gateway = this.context.gateway(account)
    const start = next === null ? { ...windowOf(this.run), page_size: this.context.settings.reconciliation.pageSize } : { next }
    return listing === "transactions" ? gateway.transactionPages(start) : gateway.chargebackPages(start)
  }

  private async workOff(rows: AnyRow[]): Promise<void> {
    for (let index = firstToDo(rows, this.run); index < rows.length; index += 1) {
      const row = rows[index]
      if (row) {
        await this.workOn(row, index)
      }
      if (this.isTimeUp) {
        await this.keep()
        throw new TimeIsUp()
      }
    }
  }

  private async workOn(row: AnyRow, index: number): Promise<void> {
    const { faults } = this.context
    await faults.at("before_row_is_reconciled", null)
    const outcome = await this.apply(row)
    const { debit_id } = outcome
    await faults.at("after_row_was_applied", debit_id)
    const mustAgree = debit_id !== null && (outcome.moved || this.unsure > 0)
    const unagreed = mustAgree && !(await this.agree(debit_id)) ? [...new Set([...this.run.unagreed, debit_id])] : this.run.unagreed
    await faults.at("after_row_was_reconciled", debit_id)
    this.unsure -= 1
    this.unwritten += 1
    this.run = {
      ...this.run,
      rows_done: index + 1,
      last_row_id: row.id,
      report: countRow(this.run.report, outcome.kind),
      unagreed,
    }
    if (outcome.moved || outcome.kind === "failed" || this.unwritten >= ROWS_AT_MOST) {
      await this.keep()
    }
  }

  /** One row that cannot be worked on keeps no other from being read. */
  private async apply(row: AnyRow): Promise<RowOutcome> {
    const { account } = this.run
    try {
      return "report_date" in row
        ? await applyChargeback(this.context, account, row)
        : await applyTransaction(this.context, account, row)
    } catch (error) {
      if (error instanceof GatewayError) {
        // Its debit's session could not be asked. Where the whole API is gone, the next page will say so.
        this.context.logger.warn(`Reconciliation ${this.run.id}: a row is looked at again another time. ${error.message}`)
        return { kind: "undecided", debit_id: null, moved: false }
      }
      this.context.logger.error(`Reconciliation ${this.run.id}: a row could not be worked on. ${textOf(error)}`)
      await tellOfFailedRow(this.context, this.run, row)
      return { kind: "failed", debit_id: null, moved: false }
    }
  }

  /** @returns false when it has to be tried again later */
  private async agree(debitId: string): Promise<boolean> {
    try {
      await this.terms.agree(debitId)
      return true
    } catch (error) {
      this.context.logger.error(`Debit ${debitId} changed, and Medusa could not be brought in line yet. ${textOf(error)}`)
      return false
    }
  }

  private async finishPage(next: string | null): Promise<void> {
    const following = next === null ? nextWindowStart(this.run) : this.run.window_start
    const report = { ...this.run.report, pages: this.run.report.pages + 1 }
    const isNextWindow = next === null && following !== null
    this.run = {
      ...this.run,
      ...startOfWindow(following ?? this.run.window_start),
      next,
      window_restarted: isNextWindow ? false : this.run.window_restarted,
      report,
      ...(following === null ? { status: "finished", finished_at: this.context.now(), failure: null } : {}),
    }
    await this.keep()
  }

  private async writeFailure(after: Pick<RunRecord, "next" | "rows_done" | "last_row_id" | "window_restarted" | "failure">): Promise<boolean> {
    const restarts = this.run.report.restarts + (after.window_restarted && !this.run.window_restarted ? 1 : 0)
    this.run = {
      ...this.run,
      ...after,
      report: { ...this.run.report, restarts },
      status: after.failure === null ? "running" : "interrupted",
    }
    this.unwritten = 0
    return this.runs.keep(this.holder, this.run)
  }

  /** @throws RunLost */
  private async keep(): Promise<void> {
    this.unwritten = 0
    if (!(await this.runs.keep(this.holder, this.run))) {
      throw new RunLost()
    }
  }
}
