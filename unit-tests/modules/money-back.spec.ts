import type { TransactionRow } from "../../src/gateway"
import { bookedRow, bookingNote } from "../../src/modules/catalystpay/money/booking-note"
import { isDueForCapture } from "../../src/modules/catalystpay/checkout/capture-policy"
import { lostTwice } from "../../src/modules/catalystpay/money/money-news"
import { fitRefund, isInsideChargebackWindow } from "../../src/modules/catalystpay/money/refunds"
import { chooseOwner, mayBeRefundOf } from "../../src/modules/catalystpay/money/row-owner"
import { isFailure, isUndecided } from "../../src/modules/catalystpay/money/transaction-words"
import { debitRecord } from "../support/records"

const DAY_MS = 24 * 60 * 60 * 1000
const collected = debitRecord({ status: "approved", captured_amount: "20.71" })

describe("money that left twice", () => {
  it.each([
    ["nothing went back", {}, null],
    ["it was refunded", { refunded_amount: "20.71" }, null],
    ["it was charged back", { charged_back_amount: "20.71" }, null],
    ["it was refunded and charged back", { refunded_amount: "20.71", charged_back_amount: "20.71" }, "20.71"],
    ["the refund is only due", { refund_due_amount: "20.71", charged_back_amount: "20.71" }, "20.71"],
    ["a part was refunded before", { refunded_amount: "5", charged_back_amount: "20.71" }, "5"],
    ["two parts make no more than the debit", { refunded_amount: "5", charged_back_amount: "15.71" }, null],
  ])("when %s", (_when, change, lost) => {
    expect(lostTwice({ ...collected, ...change })).toBe(lost)
  })
})

describe("a refund that Medusa books", () => {
  it.each([
    ["20.71", {}, "20.71"],
    ["5.18", { refunded_amount: "15.54" }, "5.17"],
    ["5.00", { charged_back_amount: "10.00" }, "5.00"],
  ])("of %s fits a debit with %j as %s", (amount, change, fitting) => {
    expect(fitRefund({ ...collected, ...change }, [], amount)).toBe(fitting)
  })

  it.each([
    ["20.73", {}],
    ["0.01", { refunded_amount: "20.71" }],
    ["10.73", { charged_back_amount: "10.00" }],
    ["20.71", { captured_amount: "0" }],
  ])("of %s is refused by a debit with %j", (amount, change) => {
    expect(() => fitRefund({ ...collected, ...change }, [], amount)).toThrow("are left of this debit")
  })

  it("leaves room for what is due already", () => {
    expect(() => fitRefund(collected, [{ amount: "20.00", confirmed_amount: "0" }], "5.00")).toThrow("0.71 EUR")
    const paid = { ...collected, refunded_amount: "20" }
    expect(fitRefund(paid, [{ amount: "20.00", confirmed_amount: "20.00" }], "0.71")).toBe("0.71")
  })

  it("is inside the chargeback window for eight weeks from the submission", () => {
    const submitted = collected.submitted_at?.getTime() ?? 0
    expect(isInsideChargebackWindow(collected, new Date(submitted + 56 * DAY_MS - 1))).toBe(true)
    expect(isInsideChargebackWindow(collected, new Date(submitted + 56 * DAY_MS))).toBe(false)
  })

  it("names what it books in its note, and one of a person names nothing", () => {
    const note = bookingNote({ id: "cpcb_01ABC", why: "Charged back by the debtor (MD06)" })
    expect(note).toBe("Charged back by the debtor (MD06) [cpcb_01ABC]")
    expect(bookedRow(note)).toBe("cpcb_01ABC")
    expect(bookedRow(bookingNote({ id: "cprec_01ABC", why: "Refunded at CatalystPay" }))).toBe("cprec_01ABC")
    expect([null, undefined, "", "damaged [ref_1]", "[cpcb_1] too late"].map(bookedRow)).toEqual(Array(5).fill(null))
  })
})

describe("the debit that a refund without a reference gives back", () => {
  const row: TransactionRow = {
    id: "refund",
    adapter_unique_id: null,
    merchant_transaction_id: null,
    tenant_reference_id: null,
    transaction_id: null,
    payment_gateway_id: null,
    lead_id: null,
    amount: "5.00",
    currency: "EUR",
    bic: null,
    iban_last4: "3000",
    status: "approved",
    raw_status: "approved",
    type: "sdd_refund",
    raw_type: "sdd_refund",
    date_processed: "2026-11-25T09:00:00Z",
    created_at: null,
    order_number: null,
    mandate_reference: null,
    customer_email_csv: "Max@Example.com",
  }

  it("agrees in money, account, e-mail and time", () => {
    expect(mayBeRefundOf(collected, row)).toBe(true)
  })

  it.each([
    ["another account", { iban_last4: "0001" }],
    ["another e-mail", { customer_email_csv: "moritz@example.com" }],
    ["another currency", { currency: "CHF" }],
    ["more than the debit", { amount: "20.72" }],
    ["another reference", { tenant_reference_id: "payses_2.1" }],
    ["a day before the debit was submitted", { date_processed: "2026-11-01" }],
    ["a day years later", { date_processed: "2029-01-01" }],
  ])("is none with %s", (_what, change) => {
    expect(mayBeRefundOf(collected, { ...row, ...change })).toBe(false)
  })

  it("is none that was refunded in full already", () => {
    expect(mayBeRefundOf({ ...collected, refunded_amount: "20.71" }, row)).toBe(false)
  })

  const one = debitRecord({ id: "cpdeb_one" })
  const other = debitRecord({ id: "cpdeb_other" })

  it.each([
    ["the only one there is", [{ debit: one, dues: [] }], "cpdeb_one"],
    [
      "the one that exactly this is due of",
      [
        { debit: one, dues: ["7.00"] },
        { debit: other, dues: ["1.00", "5"] },
      ],
      "cpdeb_other",
    ],
    [
      "nobody's when two may be meant",
      [
        { debit: one, dues: [] },
        { debit: other, dues: [] },
      ],
      undefined,
    ],
    [
      "nobody's when it is due of two",
      [
        { debit: one, dues: ["5.00"] },
        { debit: other, dues: ["5.00"] },
      ],
      undefined,
    ],
    ["nobody's when there is none", [], undefined],
  ])("is %s", (_which, candidates, id) => {
    expect(chooseOwner(candidates, "5.00")?.id).toBe(id)
  })
})

describe("a debit that came back before it was captured", () => {
  it("is not captured any more", () => {
    const confirmed = debitRecord({ status: "approved", confirmed_at: new Date() })
    expect(isDueForCapture(confirmed, "on_webhook")).toBe(true)
    expect(isDueForCapture({ ...confirmed, charged_back_amount: "5.00" }, "on_webhook")).toBe(true)
    expect(isDueForCapture({ ...confirmed, charged_back_amount: "20.71" }, "on_webhook")).toBe(false)
    expect(isDueForCapture({ ...confirmed, returned_at: new Date() }, "on_webhook")).toBe(false)
  })
})

describe("the word for a transaction", () => {
  it.each(["declined", "failed", "returned", "rejected"])("%s says that it came to nothing", (word) => {
    expect([isFailure(word), isUndecided(word)]).toEqual([true, false])
  })

  it.each(["pending", null])("%s says nothing yet", (word) => {
    expect([isFailure(word), isUndecided(word)]).toEqual([false, true])
  })

  it.each(["approved", "settled", "paid_out", "charged_back"])("%s is no failure", (word) => {
    expect([isFailure(word), isUndecided(word)]).toEqual([false, false])
  })
})
