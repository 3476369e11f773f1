import { reconciliationOf } from "../../../src/modules/catalystpay/health/reconciled"

const NEVER = { last_run_at: null, status: null, failure: null }

describe("the readings of CatalystPay's records", () => {
  it("are none before the first", () => {
    expect(reconciliationOf([])).toEqual([
      { listing: "transactions", ...NEVER },
      { listing: "chargebacks", ...NEVER },
    ])
  })

  it("are told for each listing by itself", () => {
    const interrupted = { status: "interrupted" as const, failure: "No answer came.", updated_at: new Date("2026-11-25T09:00:00Z") }
    expect(reconciliationOf([{ listing: "chargebacks", ...interrupted }])).toEqual([
      { listing: "transactions", ...NEVER },
      { listing: "chargebacks", last_run_at: "2026-11-25T09:00:00.000Z", status: "interrupted", failure: "No answer came." },
    ])
  })
})
