import { CatalystPayClient } from "../../../src/gateway"
import { ChargebackStore } from "../../../src/modules/catalystpay/chargeback-store"
import type { DebitRecord } from "../../../src/modules/catalystpay/debit-record"
import { DebitStore } from "../../../src/modules/catalystpay/debit-store"
import { DueDebits } from "../../../src/modules/catalystpay/due-debits"
import { NO_FAULTS, type FaultPoint } from "../../../src/modules/catalystpay/faults"
import type { LedgerContext } from "../../../src/modules/catalystpay/ledger-context"
import { Leases } from "../../../src/modules/catalystpay/leases"
import { Problems } from "../../../src/modules/catalystpay/problems"
import { RefundStore } from "../../../src/modules/catalystpay/refund-store"
import { APPROVED } from "../../http/support/ibans"
import { readyDebit, type Bench } from "./bench"

/** The ledger's own parts, with a clock and points of failure in the test's hand. */
export interface MoneyContext {
  context: LedgerContext
  /** What was emitted, in order. */
  emitted: { name: string; data: Record<string, string | null> }[]
  /** Moves the ledger's clock, not the sandbox's. */
  passDays: (days: number) => void
  /** The next time the point is passed, the process dies there. */
  dieAt: (point: FaultPoint) => void
}

export function moneyContext(bench: Bench): MoneyContext {
  const quiet = () => undefined
  const { apiKey = "", apiUrl } = bench.service.settings.accounts.default ?? {}
  const client = new CatalystPayClient({ apiKey, baseUrl: apiUrl })
  const emitted: MoneyContext["emitted"] = []
  const test = { passed: 0, fault: null as FaultPoint | null }
  const context: LedgerContext = {
    settings: bench.service.settings,
    store: new DebitStore(bench.knex, async () => undefined),
    due: new DueDebits(bench.knex),
    leases: new Leases(bench.knex),
    problems: new Problems(bench.knex, async () => undefined),
    chargebacks: new ChargebackStore(bench.knex),
    refunds: new RefundStore(bench.knex),
    emit: async (name, data) => void emitted.push({ name, data }),
    gateway: () => client,
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    now: () => new Date(Date.now() + test.passed),
    sleep: async (ms) => void (test.passed += ms),
    faults: {
      at: async (point, debitId) => {
        if (point === test.fault) {
          test.fault = null
          throw new Error(`The process died ${point}.`)
        }
        return NO_FAULTS.at(point, debitId)
      },
    },
  }
  return {
    context,
    emitted,
    passDays: (days) => (test.passed += days * 24 * 60 * 60 * 1000),
    dieAt: (point) => (test.fault = point),
  }
}

/** An approved debit of 29.99 EUR. */
export async function approvedDebit(bench: Bench): Promise<DebitRecord> {
  return bench.service.advance(await readyDebit(bench, APPROVED))
}

export async function capturedDebit(bench: Bench): Promise<DebitRecord> {
  return bench.service.recordCapture(await approvedDebit(bench))
}

/** CatalystPay's id of the debit's transaction. */
export function transactionOf(debit: DebitRecord): string {
  if (debit.transaction_id === null) {
    throw new Error("The debit has no transaction.")
  }
  return debit.transaction_id
}
