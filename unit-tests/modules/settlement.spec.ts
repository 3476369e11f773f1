import fc from "fast-check"
import {
  canSettle,
  firstDayStillOpen,
  isSettledByTime,
  isSettledRow,
} from "../../src/modules/catalystpay/settlement/settlement"
import { targetDay } from "../../src/modules/catalystpay/settlement/target-calendar"
import { debitRecord } from "../support/records"

const SETTLEMENT = { statuses: ["settled", "paid_out"], afterBusinessDays: 5 }
const approved = (at: string) => debitRecord({ status: "approved", approved_at: new Date(at) })
const MOMENT = fc.date({ min: new Date("2024-01-01T00:00:00Z"), max: new Date("2030-01-01T00:00:00Z"), noInvalidDate: true })

describe("a debit that nothing was heard of", () => {
  it.each([
    ["2026-12-02T22:59:59Z", false],
    ["2026-12-02T23:00:00Z", true],
  ])("approved on Wednesday 25 November is settled when the fifth business day is over in Frankfurt: at %s %s", (now, settled) => {
    expect(isSettledByTime(approved("2026-11-25T09:00:00Z"), SETTLEMENT, new Date(now))).toBe(settled)
  })

  it("waits over Christmas for the banks to open again", () => {
    const debit = approved("2026-12-23T12:00:00Z")
    expect(isSettledByTime(debit, SETTLEMENT, new Date("2026-12-31T12:00:00Z"))).toBe(false)
    expect(isSettledByTime(debit, SETTLEMENT, new Date("2027-01-01T12:00:00Z"))).toBe(true)
  })

  it("is found by the day of its approval exactly when its time has come", () => {
    fc.assert(
      fc.property(MOMENT, MOMENT, fc.integer({ min: 1, max: 60 }), (approvedAt, now, afterBusinessDays) => {
        const settlement = { ...SETTLEMENT, afterBusinessDays }
        const found = targetDay(approvedAt) < firstDayStillOpen(settlement, now)
        expect(isSettledByTime(debitRecord({ status: "approved", approved_at: approvedAt }), settlement, now)).toBe(found)
      }),
    )
  })

  it.each([
    ["not approved", { status: "submitting" as const }],
    ["returned", { returned_at: new Date() }],
    ["charged back in part", { charged_back_amount: "0.01" }],
    ["settled already", { settled_at: new Date() }],
  ])("is not settled when it is %s", (_what, change) => {
    const debit = { ...approved("2026-01-01T00:00:00Z"), ...change }
    expect(canSettle(debit)).toBe(false)
    expect(isSettledByTime(debit, SETTLEMENT, new Date("2026-11-25T00:00:00Z"))).toBe(false)
  })
})

describe("a row of CatalystPay's transactions", () => {
  it.each([
    ["sdd_sale", "settled", true],
    ["sdd_sale", "paid_out", true],
    ["unknown", "settled", true],
    ["sdd_sale", "approved", false],
    ["sdd_sale", null, false],
    ["sdd_refund", "settled", false],
    ["sdd_rebill", "settled", false],
  ] as const)("of type %s with the status %s settles its debit: %s", (type, status, settles) => {
    expect(isSettledRow({ type, status }, SETTLEMENT)).toBe(settles)
  })
})
