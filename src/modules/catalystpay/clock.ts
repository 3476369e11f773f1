import { setTimeout as sleep } from "node:timers/promises"
import type { LedgerContext } from "./ledger-context"

/** By what the ledger tells the time, and waits. */
export type Clock = Pick<LedgerContext, "now" | "sleep">

export const SYSTEM_CLOCK: Clock = {
  now: () => new Date(),
  sleep: async (ms) => void (await sleep(ms)),
}
