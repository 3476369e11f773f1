import type { CatalystPayModuleService } from "../../../src/modules/catalystpay"
import { NO_FAULTS, type FaultPoint } from "../../../src/modules/catalystpay/faults"

/**
 * The process dies whenever it passes the point, so many times at most, while `work` runs.
 * @param work is told how often it has died
 * @returns how often it died
 */
export async function whileDyingAt(
  ledger: CatalystPayModuleService,
  point: FaultPoint,
  times: number,
  work: (died: () => number) => Promise<unknown>,
): Promise<number> {
  let died = 0
  ledger.faults = {
    at: async (passed) => {
      if (passed === point && died < times) {
        died += 1
        throw new Error("The process died.")
      }
    },
  }
  try {
    await work(() => died)
  } finally {
    ledger.faults = NO_FAULTS
  }
  return died
}
