import type { ReconciliationReport } from "./report"

/** The listings that are read, in this order: a missed approval is known before the chargeback of it. */
export const RECONCILED_LISTINGS = ["transactions", "chargebacks"] as const
export type ReconciledListing = (typeof RECONCILED_LISTINGS)[number]

/** `job`: what the hourly job reads, each run from where the one before ended; `request`: days that somebody asked for. */
export const RUN_CAUSES = ["job", "request"] as const
export type RunCause = (typeof RUN_CAUSES)[number]

/**
 * `running`: at work, or left by a process that died; `interrupted`: the API failed, its place is kept; `finished`; and
 * `abandoned`: interrupted, and other days were asked for since.
 */
export const RUN_STATUSES = ["running", "interrupted", "finished", "abandoned"] as const
export type RunStatus = (typeof RUN_STATUSES)[number]

/** How far a run has come. */
export interface RunPlace {
  /** First day of the window in work, YYYY-MM-DD. */
  window_start: string
  /** Address of the page in work; null: the window's first page. */
  next: string | null
  rows_done: number
  last_row_id: string | null
  window_restarted: boolean
}

/** A row of the ledger: one reading of one listing of a tenant. */
export interface RunRecord extends RunPlace {
  id: string
  /** The account whose key reads it: one for all accounts of a tenant. */
  account: string
  listing: ReconciledListing
  cause: RunCause
  status: RunStatus
  /** YYYY-MM-DD, both included. */
  from_day: string
  to_day: string
  report: ReconciliationReport
  /** Ids of debits that changed, and which Medusa could not be brought in line with yet. */
  unagreed: string[]
  failure: string | null
  started_at: Date
  finished_at: Date | null
  created_at: Date
  updated_at: Date
}

/** What people see of a run. */
export interface RunView {
  id: string
  account: string
  listing: ReconciledListing
  cause: RunCause
  status: RunStatus
  from: string
  to: string
  report: ReconciliationReport
  /** How many changed debits Medusa could not be brought in line with yet. */
  unagreed: number
  failure: string | null
  started_at: Date
  finished_at: Date | null
  updated_at: Date
}

export function toRunView(run: RunRecord): RunView {
  const { id, account, listing, cause, status, from_day, to_day, report, unagreed, failure } = run
  const { started_at, finished_at, updated_at } = run
  return {
    id,
    account,
    listing,
    cause,
    status,
    from: from_day,
    to: to_day,
    report,
    unagreed: unagreed.length,
    failure,
    started_at,
    finished_at,
    updated_at,
  }
}
