import {
  canBeChecked,
  isSubscription,
  mayLeaveUnpaid,
  movedAmounts,
  noticesOf,
  refundProgress,
} from "../../src/admin/lib/debit-facts"
import { adminDebit, adminProblem, eventRow, refundOf } from "./support/debits"

const SINCE = new Date("2026-11-22T12:00:00Z")

describe("movedAmounts", () => {
  it("names what became of the money, and nothing that did not happen", () => {
    const debit = adminDebit({ status: "approved", captured_amount: "20.71", refund_due_amount: "5" })
    expect(movedAmounts(debit)).toEqual([
      { name: "captured", amount: "20.71" },
      { name: "refund_due", amount: "5.00" },
    ])
    expect(movedAmounts(adminDebit({ status: "declined" }))).toEqual([])
  })
})

describe("noticesOf", () => {
  const orphaned = { status: "approved", orphaned_at: SINCE } as const
  const due = { status: "approved", refund_due_amount: "5" } as const

  it("says what is to be refunded", () => {
    expect(noticesOf(adminDebit(orphaned))).toEqual(["orphaned"])
    expect(noticesOf(adminDebit(due))).toEqual(["refund_due"])
    expect(noticesOf(adminDebit({ status: "approved" }))).toEqual([])
  })

  it.each(["debit_without_order", "canceled_order_keeps_money"] as const)("leaves it to the problem %s", (code) => {
    expect(noticesOf(adminDebit(orphaned, { problems: [adminProblem(code)] }))).toEqual([])
  })

  it("leaves a refund to the problem that it is overdue, and not to another one", () => {
    expect(noticesOf(adminDebit(due, { problems: [adminProblem("refund_overdue")] }))).toEqual([])
    expect(noticesOf(adminDebit(due, { problems: [adminProblem("amount_mismatch")] }))).toEqual(["refund_due"])
  })
})

describe("isSubscription", () => {
  it("says yes once a further instalment was collected", () => {
    expect(isSubscription(adminDebit({}, { rows: [eventRow("approved"), eventRow("rebilled")] }))).toBe(true)
    expect(isSubscription(adminDebit({}, { rows: [eventRow("approved")] }))).toBe(false)
  })
})

describe("canBeChecked", () => {
  it("says no of a debit that was never submitted: CatalystPay knows nothing of it", () => {
    expect(canBeChecked(adminDebit({ submitted_at: null }))).toBe(false)
    expect(canBeChecked(adminDebit({ submitted_at: SINCE }))).toBe(true)
  })

  it("says yes in hosted mode, where the shopper may have paid on CatalystPay's page", () => {
    expect(canBeChecked(adminDebit({ collect: "hosted", submitted_at: null }))).toBe(true)
  })
})

describe("mayLeaveUnpaid", () => {
  it.each(["declined", "failed", "charged_back", "cancelled"] as const)("says yes of a debit that is %s", (state) => {
    expect(mayLeaveUnpaid(state)).toBe(true)
  })

  it.each(["submitting", "queued", "approved", "captured", "settled", "refunded", "orphaned"] as const)(
    "says no of a debit that is %s: the customer must not be asked to pay twice",
    (state) => {
      expect(mayLeaveUnpaid(state)).toBe(false)
    },
  )
})

describe("refundProgress", () => {
  it("tells what is owed from what was paid out in part and in full", () => {
    expect(refundProgress(refundOf({}))).toBe("due")
    expect(refundProgress(refundOf({ confirmed_amount: "2" }))).toBe("partly")
    expect(refundProgress(refundOf({ confirmed_amount: "5", confirmed_at: SINCE }))).toBe("confirmed")
  })
})
