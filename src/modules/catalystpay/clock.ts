import { setTimeout as sleep } from "node:timers/promises"
import type { LedgerContext } from "./ledger-context"

export const SYSTEM_CLOCK: Pick<LedgerContext, "now" | "sleep"> = {
  now: () => new Date(),
  sleep: async (ms) => void (await sleep(ms)),
}
