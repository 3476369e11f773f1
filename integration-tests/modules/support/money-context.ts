import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { NO_FAULTS, type FaultPoint } from "../../../src/modules/catalystpay/faults"
import type { LedgerContext } from "../../../src/modules/catalystpay/ledger-context"
import type { OpenDebit } from "../../../src/modules/catalystpay/checkout/opening"
import { Problems } from "../../../src/modules/catalystpay/problems/problems"
import { APPROVED } from "../../http/support/ibans"
import { readyDebit, type Bench } from "./bench"
import { ownContext, TestClock } from "./own-context"

/** The ledger's own parts, with a clock and points of failure in the test's hand. */
export interface MoneyContext {
  context: LedgerContext
  /** What was emitted, in order. */
  emitted: { name: string; data: Record<string, string | number | null> }[]
  /** Moves the ledger's clock, not the sandbox's. */
  passDays: (days: number) => void
  /** The next time the point is passed, the process dies there. */
  dieAt: (point: FaultPoint) => void
}

export function moneyContext(bench: Bench): MoneyContext {
  const clock = new TestClock()
  const emitted: MoneyContext["emitted"] = []
  const test = { fault: null as FaultPoint | null }
  const context = ownContext(bench, {
    problems: new Problems(bench.knex, async () => undefined),
    emit: async (name, data) => void emitted.push({ name, data }),
    faults: {
      at: async (point, debitId) => {
        if (point === test.fault) {
          test.fault = null
          throw new Error(`The process died ${point}.`)
        }
        return NO_FAULTS.at(point, debitId)
      },
    },
    now: clock.now,
    sleep: clock.sleep,
  })
  return {
    context,
    emitted,
    passDays: (days) => clock.pass(days * 24 * 60 * 60),
    dieAt: (point) => (test.fault = point),
  }
}

/** An approved debit of 29.99 EUR. */
export async function approvedDebit(bench: Bench, change: Partial<OpenDebit> = {}): Promise<DebitRecord> {
  return bench.service.advance(await readyDebit(bench, APPROVED, change))
}

export async function capturedDebit(bench: Bench, change: Partial<OpenDebit> = {}): Promise<DebitRecord> {
  return bench.service.recordCapture(await approvedDebit(bench, change))
}

/** CatalystPay's id of the debit's transaction. */
export function transactionOf(debit: DebitRecord): string {
  if (debit.transaction_id === null) {
    throw new Error("The debit has no transaction.")
  }
  return debit.transaction_id
}
