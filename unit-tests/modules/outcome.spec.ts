import type { PaymentResult, SessionStatus } from "../../src/gateway"
import type { DebitRecord } from "../../src/modules/catalystpay/debits/debit-record"
import { outcomeOfResult, outcomeOfSession } from "../../src/modules/catalystpay/outcomes/outcome"
import { debitRecord, paymentResult } from "../support/records"

const now = new Date("2026-11-22T10:00:00Z")

function read(result: Partial<PaymentResult>, debit: Partial<DebitRecord> = {}) {
  return outcomeOfResult(debitRecord(debit), paymentResult(result), now)
}

describe("what an answer of pay or verify means", () => {
  it("approves a completed debit, keeps its ids and destroys the seal", () => {
    const outcome = read({ status: "completed" })
    expect(outcome.transition).toBe("approved")
    expect(outcome.patch).toMatchObject({
      transaction_id: "8f0124b5-208a-4d65-b5c7-21e587324fe0",
      order_number: "ORD-A61FBBB6",
      sealed_iban: null,
      iban_check: null,
      approved_at: now,
    })
  })

  it.each([
    ["declined", true, "declined"],
    ["declined", false, "failed"],
    ["declined", null, "failed"],
    ["failed", false, "failed"],
    ["failed", true, "declined"],
    ["failed", null, "failed"],
  ] as const)("reads %s with retry_allowed %s as %s: the flag alone decides", (status, retry_allowed, transition) => {
    const outcome = read({ status, retry_allowed })
    expect(outcome.transition).toBe(transition)
    expect(outcome.patch).toMatchObject({ sealed_iban: null, retry_allowed: transition === "declined" })
  })

  it("keeps the address where the mandate is signed", () => {
    const outcome = read({ status: "awaiting_verification", verification_url: "https://bank.example/sign" })
    expect(outcome).toMatchObject({
      transition: "verification_required",
      patch: { verification_url: "https://bank.example/sign", sealed_iban: null },
    })
  })

  it("settles nothing by a status that nobody has seen before", () => {
    expect(read({ status: "unknown", raw_status: "held" })).toEqual({ transition: null, patch: {}, other_money: null })
  })

  it.each([
    [{ amount: "20.70", currency: "EUR" }],
    [{ amount: "207.10", currency: "EUR" }],
    [{ amount: "20.71", currency: "USD" }],
  ])("never applies an approval of other money: %j", (money) => {
    expect(read({ status: "completed", ...money })).toEqual({ transition: null, patch: {}, other_money: money })
  })

  it("takes the same money in another notation, and money that is not told", () => {
    expect(read({ status: "completed", amount: "20.710", currency: "EUR" }).transition).toBe("approved")
    expect(read({ status: "completed", amount: null, currency: null }).transition).toBe("approved")
  })

  it("never erases a known id with a null", () => {
    const outcome = read({ status: "completed", transaction: null, order: null, order_number: null }, { order_number: "ORD-1" })
    expect(outcome.patch.order_number).toBe("ORD-1")
  })
})

describe("what a GET of the session means", () => {
  const ask = (status: SessionStatus, debit: Partial<DebitRecord> = {}) =>
    outcomeOfSession(
      debitRecord({ status: "submitting", ...debit }),
      { session_token: "ps_1", status, raw_status: status, amount: "20.71", currency: "EUR", attempts_remaining: 2 },
      now,
    ).transition

  it.each([
    ["COMPLETED", "approved"],
    ["FAILED", "failed"],
    ["EXPIRED", "failed"],
    ["AWAITING_VERIFICATION", "verification_required"],
    ["PAYMENT_IN_PROGRESS", null],
    ["UNKNOWN", null],
  ] as const)("reads %s after a submission as %s", (status, transition) => {
    expect(ask(status)).toBe(transition)
  })

  it("learns nothing from PENDING after a submission: declined, or never arrived", () => {
    expect(ask("PENDING")).toBeNull()
  })

  it("learns from PENDING after a verification that the signature was refused", () => {
    expect(ask("PENDING", { status: "awaiting_verification" })).toBe("declined")
  })
})
