import { setTimeout as sleep } from "node:timers/promises"
import type { Clock } from "../../../src/modules/catalystpay/clock"

/** Others get their turn meanwhile. */
const BREATH_MS = 5

/** A clock on which waiting takes next to no time, for tests in which somebody waits in vain until patience ends. */
export function hurriedClock(): Clock {
  let aheadMs = 0
  return {
    now: () => new Date(Date.now() + aheadMs),
    sleep: async (ms) => {
      aheadMs += ms
      await sleep(BREATH_MS)
    },
  }
}
