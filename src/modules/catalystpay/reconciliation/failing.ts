import type { ChargebackRow, TransactionRow } from "../../../gateway"
import type { LedgerContext } from "../ledger-context"
import { subjectOf, type ProblemRecord } from "../problems/problems"
import { toMoment } from "../money/row-verdict"
import { dayOf, type CalendarDay } from "./days"
import type { RunRecord } from "./run-record"

/** An API that is gone for an hour or two needs nobody. */
const PATIENCE_MS = 24 * 60 * 60 * 1000

type Run = Pick<RunRecord, "account" | "listing" | "cause" | "status" | "report" | "window_start" | "from_day" | "to_day" | "started_at">

/** Pure: whether a run that the API has failed goes on for so long that the merchant must know. */
export function isStuck({ cause, status, started_at }: Run, readUntil: Date | null, now: Date): boolean {
  const since = readUntil ?? started_at
  return cause === "job" && status === "interrupted" && now.getTime() - since.getTime() > PATIENCE_MS
}

/** Pure: whether a run has read the days that an open problem speaks of, without any row failing. */
export function makesGood({ status, report, from_day, to_day }: Run, since: CalendarDay): boolean {
  return status === "finished" && !report.failed && from_day <= since && since <= to_day
}

/** A row could not be worked on: the merchant is told from which day on the records were not read in full. */
export async function tellOfFailedRow(context: LedgerContext, run: Run, row: TransactionRow | ChargebackRow): Promise<void> {
  const written = toMoment("report_date" in row ? row.report_date : row.date_processed)
  const day = written ? dayOf(written) : run.from_day
  const known = sinceOf(await openProblem(context, run))
  await open(context, run, "rows could not be worked on", known !== null && known < day ? known : day)
}

/**
 * Opens the problem of a listing that cannot be read, and closes it once its days were read.
 * @param readUntil when the job read the listing to its end last; null: never
 */
export async function tellOfTrouble(context: LedgerContext, run: Run & Pick<RunRecord, "failure">, readUntil: Date | null): Promise<void> {
  if (run.failure !== null && isStuck(run, readUntil, context.now())) {
    await open(context, run, run.failure, run.window_start)
    return
  }
  const problem = await openProblem(context, run)
  if (problem && makesGood(run, sinceOf(problem) ?? run.from_day)) {
    await context.problems.close("reconciliation_failing", subjectOfRun(run))
  }
}

async function open(context: LedgerContext, run: Run, why: string, since: CalendarDay): Promise<void> {
  const { account, listing } = run
  const details = { listing, why, since }
  await context.problems.open({ code: "reconciliation_failing", subject: subjectOfRun(run), account, details })
}

async function openProblem(context: LedgerContext, run: Run): Promise<ProblemRecord | null> {
  const found = await context.problems.listOpen({ code: "reconciliation_failing", account: run.account })
  return found.find((problem) => subjectOf(problem) === subjectOfRun(run)) ?? null
}

function sinceOf(problem: ProblemRecord | null): CalendarDay | null {
  const since = problem?.details?.since
  return typeof since === "string" ? since : null
}

function subjectOfRun({ account, listing }: Run): string {
  return `${account}:${listing}`
}
