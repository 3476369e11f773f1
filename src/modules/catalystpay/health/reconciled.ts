import type { RunStatus, RunView } from "../reconciliation/run-record"
import { latest } from "./latest"
import type { ReconciliationHealth } from "./types"

/** The worst first. */
const BY_TROUBLE: readonly RunStatus[] = ["interrupted", "running", "abandoned", "finished"]

type Run = Pick<RunView, "status" | "failure" | "updated_at">

/** Pure: the newest readings of a tenant's listings in one. */
export function reconciliationOf(runs: readonly Run[]): ReconciliationHealth {
  const [worst] = runs.toSorted((one, other) => BY_TROUBLE.indexOf(one.status) - BY_TROUBLE.indexOf(other.status))
  return {
    last_run_at: latest(runs.map(({ updated_at }) => updated_at))?.toISOString() ?? null,
    status: worst?.status ?? null,
    failure: worst?.failure ?? null,
  }
}
