import type { TransactionRow } from "../../src/gateway"
import type { DebitRecord } from "../../src/modules/catalystpay/debits/debit-record"
import { pauseBeforeCheck } from "../../src/modules/catalystpay/debits/due-debits"
import { outcomeOfRows } from "../../src/modules/catalystpay/outcomes/outcome"
import { stepWhenNothingCame } from "../../src/modules/catalystpay/outcomes/unknown-outcome"
import { debitRecord } from "../support/records"

const NOW = new Date("2026-11-22T12:00:00Z")
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)
const DAY = 24 * 60 * 60

describe("a submission of which the gateway has collected nothing", () => {
  const step = (change: Partial<DebitRecord>, payee: "order" | "cancelled_order" | "no_order" = "order") =>
    stepWhenNothingCame(debitRecord({ submitted_at: ago(60), ...change }), payee, NOW)

  it("is left alone while its owner may still wait for the answer", () => {
    expect(step({ submitted_at: ago(29) })).toBe("wait")
    expect(step({ submitted_at: ago(29) }, "cancelled_order")).toBe("wait")
  })

  it("is repeated from 30 seconds on, and only once", () => {
    expect(step({ submitted_at: ago(30) })).toBe("repeat")
    expect(step({ repeated_at: ago(31) })).toBe("wait")
  })

  it("is not repeated without its seal, nor for an order that does not stand", () => {
    expect(step({ sealed_iban: null })).toBe("wait")
    expect(step({}, "no_order")).toBe("wait")
  })

  it("is withdrawn when nobody waits for it any more", () => {
    expect(step({}, "cancelled_order")).toBe("withdraw")
    expect(step({ orphaned_at: ago(5) })).toBe("withdraw")
    expect(step({ submitted_at: ago(DAY) })).toBe("withdraw")
    expect(step({ submitted_at: ago(DAY) }, "no_order")).toBe("withdraw")
  })

  it("is not withdrawn while a repeat may still be on its way", () => {
    expect(step({ submitted_at: ago(DAY), repeated_at: ago(29) })).toBe("wait")
    expect(step({ submitted_at: ago(DAY), repeated_at: ago(30) })).toBe("withdraw")
  })

  it("is nothing of the kind once it waits for its mandate", () => {
    expect(step({ status: "awaiting_verification", submitted_at: ago(DAY) })).toBe("wait")
  })
})

describe("the pause before the next look at a debit", () => {
  it.each([
    [0, 0, 1],
    [1, 60, 2],
    [5, 3600, 32],
    [6, 7200, 60],
    [30, DAY, 60],
    [60, 10 * DAY, 600],
  ])("after %d looks, %d s from its submission, is %d minutes", (checks, age, minutes) => {
    expect(pauseBeforeCheck(checks, age * 1000)).toBe(minutes * 60_000)
  })
})

describe("what CatalystPay's records say of an attempt", () => {
  const row = (change: Partial<TransactionRow> = {}): TransactionRow => ({
    id: "t1",
    adapter_unique_id: null,
    merchant_transaction_id: "TXN-1",
    tenant_reference_id: "payses_1.1",
    transaction_id: "gw1",
    payment_gateway_id: null,
    lead_id: null,
    amount: "20.71",
    currency: "EUR",
    bic: "COBADEFFXXX",
    iban_last4: "3000",
    status: "approved",
    raw_status: "approved",
    type: "sdd_sale",
    raw_type: "sdd_sale",
    date_processed: null,
    created_at: null,
    order_number: null,
    mandate_reference: null,
    customer_email_csv: null,
    ...change,
  })
  const read = (rows: TransactionRow[], session_ended = false) =>
    outcomeOfRows(debitRecord({ transaction_id: "t0" }), rows, { settled: ["settled"], session_ended }, NOW)

  it("approves it by a transaction under its reference, confirmed and with its ids", () => {
    expect(read([row()])).toMatchObject({
      transition: "approved",
      patch: { transaction_id: "t1", merchant_transaction_id: "TXN-1", gateway_reference: "gw1", approved_at: NOW, confirmed_at: NOW },
    })
  })

  it("takes what has settled for approved", () => {
    expect(read([row({ status: "settled" })]).transition).toBe("approved")
  })

  it.each([
    [false, "declined"],
    [true, "failed"],
  ])("reads a decline, its session ended: %s, as %s", (ended, transition) => {
    expect(read([row({ status: "declined" })], ended)).toMatchObject({
      transition,
      patch: { retry_allowed: !ended, error_code: "unknown", sealed_iban: null },
    })
  })

  it("believes an approval more than a decline under the same reference", () => {
    expect(read([row({ status: "declined" }), row()]).transition).toBe("approved")
  })

  it.each([
    ["an earlier attempt, by the id that the ledger still knows", { id: "t0", tenant_reference_id: "payses_1.0" }],
    ["a refund under the debit's reference", { type: "sdd_refund", raw_type: "sdd_refund" } as const],
    ["a rebill", { type: "sdd_rebill", raw_type: "sdd_rebill" } as const],
    ["a status that nobody knows", { status: "held" }],
    ["no status", { status: null }],
  ])("learns nothing from %s", (_what, change) => {
    expect(read([row(change)])).toEqual({ transition: null, patch: {}, other_money: null })
  })

  it.each([
    [{ amount: "20.70", currency: "EUR" }],
    [{ amount: "20.71", currency: "USD" }],
  ])("never approves other money: %j", (money) => {
    expect(read([row(money)])).toEqual({ transition: null, patch: {}, other_money: money })
  })
})
