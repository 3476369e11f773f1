import type { DebitRecord } from "../../../src/modules/catalystpay/debit-record"
import { NO_FAULTS } from "../../../src/modules/catalystpay/faults"
import type { ReconciliationReport } from "../../../src/modules/catalystpay/reconciliation/report"
import { SYSTEM_CLOCK } from "../../../src/modules/catalystpay/clock"
import { APPROVED } from "../../http/support/ibans"
import { readyDebit, type Bench } from "../support/bench"

export function reconciling(bench: Bench): void {
  const { service, sandbox } = bench
  const agreed: string[] = []
  const agree = async (id: string) => void agreed.push(id)
  const read = () => service.reconciliation.readDue("default", agree)

  beforeEach(() => {
    agreed.length = 0
    Object.assign(service.settings.reconciliation, { pageSize: 5, overlapDays: 14 })
  })

  afterEach(() => {
    service.faults = NO_FAULTS
    service.clock = SYSTEM_CLOCK
  })

  async function now(debit: DebitRecord): Promise<DebitRecord> {
    return (await service.findById(debit.id)) ?? debit
  }

  async function reports(): Promise<ReconciliationReport[]> {
    const [runs] = await service.reconciliation.list({}, { limit: 100, offset: 0 })
    return runs.map(({ report }) => report)
  }

  /** What was found in all runs, in rows of this kind. */
  async function found(kind: keyof ReconciliationReport): Promise<number> {
    return (await reports()).reduce((sum, report) => sum + (report[kind] ?? 0), 0)
  }

  it("confirms an approval that no webhook told of, fills in what a GET had not given, and agrees on it once", async () => {
    sandbox.faults.payDropsAnswerAfterAcceptance = true
    const debit = await service.advance(await readyDebit(bench, APPROVED))
    expect(await now(debit)).toMatchObject({ status: "approved", confirmed_at: null, transaction_id: null })
    expect(await read()).toBe("done")
    expect(await now(debit)).toMatchObject({
      confirmed_at: expect.any(Date) as unknown,
      transaction_id: expect.any(String) as unknown,
      gateway_reference: expect.any(String) as unknown,
    })
    expect(agreed).toContain(debit.id)
    expect(await found("confirmations")).toBe(1)
  })
}
