import { setTimeout as sleep } from "node:timers/promises"

/** What time it is for the ledger, and waiting for it. */
export interface Clock {
  now(): Date
  /** Milliseconds. */
  sleep(ms: number): Promise<void>
}

export const SYSTEM_CLOCK: Clock = { now: () => new Date(), sleep: async (ms) => void (await sleep(ms)) }
