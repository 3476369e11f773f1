import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { textOf } from "../error-text"
import { accountSettings, type LedgerContext } from "../ledger-context"
import type { Page } from "../page"
import { accountsOfTenant } from "../accounts/tenants"
import { dayOf, daysDue, type DayRange } from "./days"
import { tellOfTrouble } from "./failing"
import { Reader, type Agree, type Ending, type ReadingTerms } from "./reader"
import { describeReport } from "./report"
import { RECONCILED_LISTINGS, toRunView, type ReconciledListing, type RunCause, type RunRecord, type RunView } from "./run-record"
import { alreadyRunning, RunStore, type RunFilter } from "./run-store"

/** A lease is renewed for some eight terms: a worker lets go of it long before. */
const LEASE_MS = 60_000
const LONGEST_HOLD_MS = 5 * 60 * 1000

/** How far a worker came: `busy`: another one is at the same account. */
export type Worked = "done" | "paused" | "busy"

type Terms = Omit<ReadingTerms, "is_resumed">

interface Parts {
  knex: () => Knex
  context: () => LedgerContext
}

/**
 * The second path: CatalystPay's own records, read again and again with an overlap, so that ledger and gateway agree also
 * where every webhook was lost. Any number of servers may read; one reads an account at a time.
 */
export class Reconciliation {
  private readonly context: () => LedgerContext
  private readonly runs: RunStore

  constructor({ knex, context }: Parts) {
    this.context = context
    this.runs = new RunStore(knex)
  }

  /**
   * The accounts whose keys are to be read with: one for each tenant, or that of the given account's.
   * @throws CatalystPayError `account_unknown`
   */
  readers(account?: string): string[] {
    const { settings } = this.context()
    const names = account === undefined ? Object.keys(settings.accounts) : [account]
    return [...new Set(names.map((name) => accountsOfTenant(settings, name)[0] ?? name))].sort()
  }

  /**
   * Reads what is due of an account: days that were asked for and not finished, then from where the job ended last until
   * today. Without a debit there is nothing to read.
   * @param agree brings Medusa in line with a debit that has changed
   */
  async readDue(account: string, agree: Agree): Promise<Worked> {
    return this.whileReading(account, async (terms) => {
      await this.agreeOnLeftOvers(account, terms.agree)
      const endings = [...(await this.readUnfinished(account, "request", terms))]
      for (const listing of RECONCILED_LISTINGS) {
        endings.push(...(await this.readJobs(account, listing, terms)))
      }
      return endings
    }, agree)
  }

  /** Reads the days that were asked for of an account. */
  async readRequested(account: string, agree: Agree): Promise<Worked> {
    return this.whileReading(account, (terms) => this.readUnfinished(account, "request", terms), agree)
  }

  /**
   * Writes down that some days are to be read; `readRequested` reads them, or else the job. They do not move the place up to
   * which the job has read. The same days again, where reading them was interrupted, go on from there.
   * @param days both included, as many as wanted
   * @throws CatalystPayError `account_unknown`, `reconciliation_running`
   */
  async request(days: DayRange, account?: string): Promise<RunView[]> {
    const { leases, now } = this.context()
    const readers = this.readers(account)
    for (const reader of readers) {
      if (await leases.isHeld(leaseOf(reader))) {
        throw alreadyRunning(reader)
      }
    }
    const views: RunView[] = []
    for (const reader of readers) {
      const open = await this.runs.unfinished([reader], "request")
      const same = open.filter(({ from_day, to_day }) => from_day === days.from_day && to_day === days.to_day)
      const runs = same.length > 0 ? same : await this.runs.request(reader, days, now())
      views.push(...runs.map(toRunView))
    }
    return views
  }

  async find(ids: string[]): Promise<RunView[]> {
    return (await this.runs.byIds(ids)).map(toRunView)
  }

  /** Runs, newest first, and how many there are in all. */
  async list(filter: RunFilter, page: Page): Promise<[RunView[], number]> {
    const [runs, count] = await this.runs.list(filter, page)
    return [runs.map(toRunView), count]
  }

  /** The newest run of each account and listing. */
  async latest(): Promise<RunView[]> {
    return (await this.runs.latest()).map(toRunView)
  }

  private async whileReading(
    account: string,
    work: (terms: Terms) => Promise<Ending[]>,
    agree: Agree,
  ): Promise<Worked> {
    accountSettings(this.context().settings, account)
    const until = new Date(Date.now() + LONGEST_HOLD_MS)
    const held = await this.context().leases.hold(leaseOf(account), { ttlMs: LEASE_MS, waitMs: 0 }, () => work({ agree, until }))
    if (!held) {
      return "busy"
    }
    return held.result.includes("paused") ? "paused" : "done"
  }

  private async readUnfinished(account: string, cause: RunCause, terms: Terms): Promise<Ending[]> {
    const endings: Ending[] = []
    for (const run of await this.runs.unfinished([account], cause)) {
      endings.push(await this.read(run, { ...terms, is_resumed: true }))
    }
    return endings
  }

  /** What was left is read to its end; where that was begun on another day, what has come since is read at once. */
  private async readJobs(account: string, listing: ReconciledListing, terms: Terms): Promise<Ending[]> {
    const [left] = await this.runs.unfinished([account], "job", listing)
    if (left) {
      const ending = await this.read(left, { ...terms, is_resumed: true })
      if (ending !== "finished" || dayOf(left.started_at) === dayOf(this.context().now())) {
        return [ending]
      }
    }
    const days = await this.daysDue(account, listing)
    const run = days && (await this.runs.begin(account, listing, "job", days, this.context().now()))
    return run ? [await this.read(run, { ...terms, is_resumed: false })] : []
  }

  private async daysDue(account: string, listing: ReconciledListing): Promise<DayRange | null> {
    const { settings, now } = this.context()
    const accounts = accountsOfTenant(settings, account)
    const readUntil = await this.runs.readUntil(accounts, listing)
    const oldest = readUntil ? null : await this.runs.oldestDebit(accounts)
    return daysDue({ readUntil, oldest, now: now() }, settings.reconciliation.overlapDays)
  }

  private async read(left: RunRecord, terms: ReadingTerms): Promise<Ending> {
    const context = this.context()
    const { ending, run } = await new Reader(context, this.runs, left, terms).read()
    const what = `Reconciliation ${run.id} of the account "${run.account}" (${run.listing}, ${run.from_day} to ${run.to_day})`
    const why = run.failure === null ? "" : ` ${run.failure}`
    const line = `${what} ${TOLD[ending]}: ${describeReport(run.report)}.${why}`
    if (ending === "interrupted") {
      context.logger.warn(line)
    } else {
      context.logger.info(line)
    }
    await tellOfTrouble(context, run, await this.runs.readUntil([run.account], run.listing))
    return ending
  }

  /** Debits that changed, and for which Medusa was out of order then. */
  private async agreeOnLeftOvers(account: string, agree: Agree): Promise<void> {
    for (const { id, unagreed } of await this.runs.unagreed([account])) {
      for (const debitId of unagreed) {
        try {
          await agree(debitId)
          await this.runs.agreed(id, debitId)
        } catch (error) {
          this.context().logger.error(`Debit ${debitId} still differs from Medusa; it is tried again. ${textOf(error)}`)
        }
      }
    }
  }
}

const TOLD: Record<Ending, string> = {
  finished: "has finished",
  paused: "goes on later",
  interrupted: "was interrupted, and goes on from its place",
  lost: "was taken over by another worker",
}

function leaseOf(account: string): string {
  return `reconcile:${account}`
}
