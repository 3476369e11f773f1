import { isMoving, ourSessions, paymentRevision, relevantDebits } from "../../src/admin/lib/order-payments"
import type { DebitRecord } from "../../src/modules/catalystpay/debits/debit-record"
import { toDebitView, type DebitView } from "../../src/modules/catalystpay/debits/debit-view"
import { debitRecord } from "../support/records"

const NOW = Date.parse("2026-11-22T12:00:00Z")

function view(change: Partial<DebitRecord>, submitted = false): DebitView {
  const event = {
    id: "cpev_1",
    type: "submission_started",
    source: "medusa",
    attempt: 1,
    from_status: "ready",
    to_status: "submitting",
    refused: false,
    details: null,
    created_at: new Date(NOW),
  }
  return toDebitView(debitRecord(change), [], submitted ? [event] : [])
}

describe("ourSessions", () => {
  it("finds the payment sessions of this provider, whatever id it was given", () => {
    const payment_sessions = [
      { id: "payses_1", provider_id: "pp_catalystpay_sepa" },
      { id: "payses_2", provider_id: "pp_catalystpay" },
      { id: "payses_3", provider_id: "pp_catalystpayments_x" },
      { id: "payses_4", provider_id: "pp_stripe_stripe" },
    ]
    expect(ourSessions({ payment_collections: [{ payment_sessions }, {}] })).toEqual(["payses_1", "payses_2"])
  })

  it("finds none on an order without payment collections", () => {
    expect(ourSessions({})).toEqual([])
    expect(ourSessions({ payment_collections: null })).toEqual([])
  })
})

describe("relevantDebits", () => {
  it("shows the debit of an order that still awaits its payment", () => {
    const opened = view({ status: "opened", attempt: 0, payment_session_id: "payses_1" })
    expect(relevantDebits([opened], ["payses_1"])).toEqual([opened])
  })

  it("shows every debit that was submitted, and none that left no trace", () => {
    const approved = view({ id: "cpdeb_2", status: "approved" }, true)
    const tried = view({ id: "cpdeb_1", status: "cancelled" }, true)
    const untouched = view({ id: "cpdeb_0", status: "superseded" })
    expect(relevantDebits([approved, tried, untouched], ["payses_1"])).toEqual([approved, tried])
  })

  it("shows nothing when the shopper turned to another provider", () => {
    const declined = view({ status: "declined" }, true)
    const cancelled = view({ status: "cancelled" }, true)
    expect(relevantDebits([declined, cancelled], [])).toEqual([])
  })

  it("shows money that was taken although another provider was paid", () => {
    const orphaned = view({ status: "approved", orphaned_at: new Date(NOW) }, true)
    expect(relevantDebits([orphaned], [])).toEqual([orphaned])
  })
})

describe("isMoving", () => {
  it.each(["queued", "submitting", "awaiting_verification"] as const)("says yes of a debit that is %s", (status) => {
    expect(isMoving(view({ status }), NOW)).toBe(true)
  })

  it("says yes of an approval that is about to be booked, and not for days", () => {
    expect(isMoving(view({ status: "approved", approved_at: new Date(NOW - 1_000) }), NOW)).toBe(true)
    expect(isMoving(view({ status: "approved", approved_at: new Date(NOW - 600_000) }), NOW)).toBe(false)
  })

  it.each(["opened", "declined", "failed", "cancelled"] as const)("says no of a debit that is %s", (status) => {
    expect(isMoving(view({ status }), NOW)).toBe(false)
  })

  it("says no once it is captured", () => {
    const captured = view({ status: "approved", approved_at: new Date(NOW), captured_at: new Date(NOW) })
    expect(isMoving(captured, NOW)).toBe(false)
  })
})

describe("paymentRevision", () => {
  it("changes when the order's money moves", () => {
    const before = paymentRevision({ payment_collections: [{ status: "completed", captured_amount: 20, refunded_amount: 0 }] })
    const after = paymentRevision({ payment_collections: [{ status: "completed", captured_amount: 20, refunded_amount: 5 }] })
    expect(after).not.toBe(before)
  })
})
