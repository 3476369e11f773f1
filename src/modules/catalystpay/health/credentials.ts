import type { GatewayError } from "../../../gateway"
import { latest } from "./latest"
import type { CheckResult, CredentialsHealth } from "./types"

/** What was heard of a key, by any account that has it. */
export interface HeardOfKey {
  /** When this process last saw it accepted, and rejected. */
  accepted_at: Date | null
  rejected_at: Date | null
  /** Since when the problem that CatalystPay rejects it is open: any server may have found that. */
  problem_at: Date | null
}

/** Pure: what is known of a key. The last word counts. */
export function credentialsOf({ accepted_at, rejected_at, problem_at }: HeardOfKey): CredentialsHealth {
  const refused = latest([rejected_at, problem_at])
  if (accepted_at && (!refused || accepted_at.getTime() > refused.getTime())) {
    return { state: "good", checked_at: accepted_at.toISOString() }
  }
  return refused ? { state: "rejected", checked_at: refused.toISOString() } : { state: "unknown", checked_at: null }
}

/** Pure: what a failed question to the API says of the key. */
export function resultOf({ kind, message }: Pick<GatewayError, "kind" | "message">): CheckResult {
  return { result: kind === "unauthorized" ? "rejected" : "unclear", detail: message }
}
