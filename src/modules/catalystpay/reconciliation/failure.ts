import type { GatewayError, GatewayErrorKind } from "../../../gateway"
import type { RunPlace, RunRecord } from "./run-record"

/** What the API says to a cursor that it does not take, or no longer; the last: pages that run in a circle. */
const CURSOR_REFUSED: readonly GatewayErrorKind[] = ["invalid_request", "not_found", "gone", "unexpected_response"]

/** A run after the API failed it. */
export type AfterFailure = RunPlace & Pick<RunRecord, "failure">

/**
 * Pure: what becomes of a run that the API fails. Its place is kept for the next time; a cursor that is not taken has the
 * window begun anew, once at once (then `failure` is null), and after that not before the next time.
 */
export function failureOf(run: RunPlace, error: Pick<GatewayError, "kind" | "message">): AfterFailure {
  const { window_start, next, rows_done, last_row_id, window_restarted } = run
  if (next === null || !CURSOR_REFUSED.includes(error.kind)) {
    return { window_start, next, rows_done, last_row_id, window_restarted, failure: error.message }
  }
  const anew = { window_start, next: null, rows_done: 0, last_row_id: null }
  return window_restarted
    ? { ...anew, window_restarted: false, failure: error.message }
    : { ...anew, window_restarted: true, failure: null }
}
