import { CatalystPayClient, type Turns } from "../../../src/gateway"
import { ChargebackStore } from "../../../src/modules/catalystpay/money/chargeback-store"
import { DebitStore } from "../../../src/modules/catalystpay/debits/debit-store"
import { DueDebits } from "../../../src/modules/catalystpay/debits/due-debits"
import { NO_FAULTS } from "../../../src/modules/catalystpay/faults"
import { accountSettings, type LedgerContext } from "../../../src/modules/catalystpay/ledger-context"
import { Leases } from "../../../src/modules/catalystpay/leases"
import { RefundStore } from "../../../src/modules/catalystpay/money/refund-store"
import type { Bench } from "./bench"

const quiet = () => undefined

/** A clock of its own, on which waiting takes no time. */
export class TestClock {
  private aheadMs = 0

  readonly now = (): Date => new Date(Date.now() + this.aheadMs)

  readonly sleep = async (ms: number): Promise<void> => {
    this.aheadMs += ms
  }

  pass(seconds: number): void {
    this.aheadMs += seconds * 1000
  }
}

/** The ledger's own parts on the bench's database and gateway, as one server holds them. @param turns none: at once */
export function ownContext(bench: Bench, change: Partial<LedgerContext> = {}, turns?: Turns): LedgerContext {
  const clients = new Map<string, CatalystPayClient>()
  const settings = change.settings ?? bench.service.settings
  const gateway = (account: string): CatalystPayClient => {
    const { apiKey, apiUrl } = accountSettings(settings, account)
    const client = clients.get(account) ?? new CatalystPayClient({ apiKey, baseUrl: apiUrl, ...(turns ? { turns } : {}) })
    clients.set(account, client)
    return client
  }
  return {
    settings,
    store: new DebitStore(bench.knex, async () => undefined),
    due: new DueDebits(bench.knex),
    leases: new Leases(bench.knex),
    problems: bench.service.problems,
    chargebacks: new ChargebackStore(bench.knex),
    refunds: new RefundStore(bench.knex),
    emit: async () => undefined,
    faults: NO_FAULTS,
    gateway,
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    ...new TestClock(),
    ...change,
  }
}
