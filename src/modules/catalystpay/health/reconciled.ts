import { RECONCILED_LISTINGS, type RunView } from "../reconciliation/run-record"
import type { ReconciliationHealth } from "./types"

type Run = Pick<RunView, "listing" | "status" | "failure" | "updated_at">

/** Pure: how each listing of a tenant was read last. @param runs the newest of each listing */
export function reconciliationOf(runs: readonly Run[]): ReconciliationHealth[] {
  return RECONCILED_LISTINGS.map((listing) => {
    const run = runs.find((candidate) => candidate.listing === listing)
    return {
      listing,
      last_run_at: run?.updated_at.toISOString() ?? null,
      status: run?.status ?? null,
      failure: run?.failure ?? null,
    }
  })
}
