import type { ChargebackRecord, MoneyBack, RefundReceiptRecord, RefundRecord } from "../../src/modules/catalystpay/money/money-facts"
import type { MedusaView } from "../../src/workflows/agreement/medusa-view"
import { amountToBook, nextMoneyDisagreement, refundsGivenUp } from "../../src/workflows/agreement/money-back"

const NOW = new Date("2026-11-25T09:00:00Z")
const of = { debit_id: "cpdeb_1", account: "default", currency_code: "eur" }
const chargeback: ChargebackRecord = {
  ...of,
  id: "cpcb_1",
  gateway_id: "cb",
  kind: "chargeback",
  amount: "20.71",
  reason_code: "MD06",
  reason_message: null,
  bank_fee: null,
  arn: null,
  reported_at: null,
  booked_at: null,
  announced_at: null,
  created_at: NOW,
}
const receipt: RefundReceiptRecord = {
  ...of,
  id: "cprec_1",
  transaction_id: "refund",
  amount: "7.00",
  unasked_amount: "7.00",
  processed_at: null,
  booked_at: null,
  announced_at: null,
}
const due: RefundRecord = {
  ...of,
  id: "cpref_1",
  medusa_refund_id: "ref_1",
  amount: "5.00",
  confirmed_amount: "0",
  merchant_amount: "0",
  due_at: NOW,
  confirmed_at: null,
  inside_chargeback_window: true,
  marked_done_at: null,
  marked_done_by: null,
  marked_done_note: null,
  marked_done_announced_at: null,
  announced_at: null,
}

type Payment = NonNullable<NonNullable<MedusaView["session"]>["payment"]>
const payment: Payment = {
  id: "pay_1",
  captured_at: NOW,
  canceled_at: null,
  captures: [{ id: "capt_1", raw_amount: "20.706", created_at: new Date("2026-11-25T08:00:00Z") }],
  refunds: [],
}

function view(change: Partial<Payment> = {}, canceled = false): MedusaView {
  return {
    session: { id: "payses_1", status: "authorized", raw_amount: "20.706", currency_code: "eur", payment: { ...payment, ...change } },
    order: { id: "order_1", canceled, total: "20.71", payment_collection_ids: [], counted: [], paid_otherwise: false },
    cart: null,
  }
}

function next(money: Partial<MoneyBack>, seen = view(), chargebacks: "record" | "book_refund" = "book_refund") {
  return nextMoneyDisagreement({
    money: { chargebacks: [], refunds: [], receipts: [], ...money },
    view: seen,
    settings: { chargebacks },
    tried: new Set(),
  })
}

describe("what Medusa's books lack of money that went back", () => {
  it("is a chargeback, where the store wants it booked", () => {
    expect(next({ chargebacks: [chargeback] })).toBe("book_chargebacks")
    expect(next({ chargebacks: [chargeback] }, view(), "record")).toBeNull()
    expect(next({ chargebacks: [{ ...chargeback, booked_at: NOW }] })).toBeNull()
  })

  it("is a refund that nobody had asked for, whatever the store wants of chargebacks", () => {
    expect(next({ receipts: [receipt] }, view(), "record")).toBe("book_receipts")
    expect(next({ receipts: [{ ...receipt, booked_at: NOW }] })).toBeNull()
    expect(next({ receipts: [{ ...receipt, unasked_amount: "0" }] })).toBeNull()
  })

  it("is nothing before the capture, and nothing on an order that was cancelled", () => {
    const money = { chargebacks: [chargeback], receipts: [receipt] }
    expect(next(money, view({ captured_at: null }))).toBeNull()
    expect(next(money, view({}, true))).toBeNull()
    expect(next(money, { ...view(), order: null })).toBeNull()
  })

  it("is a refund that the ledger owes and Medusa does not know any more", () => {
    expect(next({ refunds: [due] })).toBe("withdraw_refunds")
    expect(next({ refunds: [due] }, view({ refunds: [{ id: "ref_1", raw_amount: "5", note: null }] }))).toBeNull()
    expect(refundsGivenUp({ chargebacks: [], receipts: [], refunds: [{ ...due, confirmed_amount: "1" }] }, view())).toEqual([])
    expect(refundsGivenUp({ chargebacks: [], receipts: [], refunds: [due] }, { ...view(), session: null })).toEqual([])
  })
})

describe("how much Medusa can book", () => {
  const row = { id: "cpcb_1", amount: "20.71" }

  it("is no more than is captured, to Medusa's own last digit", () => {
    expect(amountToBook(payment, row)).toBe("20.706")
  })

  it("is no more than is not refunded", () => {
    expect(amountToBook({ ...payment, refunds: [{ id: "ref_1", raw_amount: "20", note: null }] }, row)).toBe("0.706")
    expect(amountToBook({ ...payment, refunds: [{ id: "ref_1", raw_amount: "20.706", note: null }] }, row)).toBeNull()
    expect(amountToBook({ ...payment, captures: [] }, row)).toBeNull()
  })

  it("is nothing when the note of a refund names the row", () => {
    const booked = { id: "ref_1", raw_amount: "1", note: "Charged back by the debtor [cpcb_1]" }
    expect(amountToBook({ ...payment, refunds: [booked] }, row)).toBeNull()
    expect(amountToBook({ ...payment, refunds: [{ ...booked, note: "[cpcb_2]" }] }, row)).toBe("19.706")
  })
})
