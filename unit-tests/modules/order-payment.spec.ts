import { refusalToPayOrder, type OrderPayment } from "../../src/modules/catalystpay/checkout/order-payment"
import { debitRecord } from "../support/records"

const ready = debitRecord({ id: "cpdeb_new", status: "ready", amount: "35.58", payment_collection_id: "pay_col_2" })
const paid = debitRecord({ id: "cpdeb_old", status: "approved", amount: "20.71", payment_collection_id: "pay_col_1" })

const codeOf = (change: Partial<OrderPayment>) =>
  refusalToPayOrder({ debit: ready, debits: [ready], canceled: false, total: "35.58", ...change }, "en")?.code ?? null

describe("a debit that is to pay a placed order", () => {
  it("may pay what nothing else pays", () => {
    expect(codeOf({})).toBeNull()
  })

  it("never collects more than the total, together with what earlier debits pay", () => {
    expect(codeOf({ debits: [ready, paid] })).toBe("order_not_payable")
    const rest = { ...ready, amount: "14.87" }
    expect(codeOf({ debit: rest, debits: [rest, paid] })).toBeNull()
    expect(codeOf({ debit: rest, debits: [rest, paid], total: "35.57" })).toBeNull()
    expect(codeOf({ debit: rest, debits: [rest, paid], total: "35.56" })).toBe("order_not_payable")
  })

  it.each([
    ["charged back", { charged_back_amount: "20.71" }],
    ["refunded", { refunded_amount: "20.71" }],
    ["about to be refunded", { refund_due_amount: "20.71" }],
  ])("may ask for what was %s, and for the bank's fee with it", (_what, change) => {
    expect(codeOf({ debits: [ready, { ...paid, ...change }], total: "20.71" })).toBeNull()
  })

  it("waits while another one is under way", () => {
    expect(codeOf({ debits: [ready, { ...paid, status: "submitting" }] })).toBe("payment_in_progress")
  })

  it("is refused where another one of its collection paid, and where the order is cancelled", () => {
    const same = { ...paid, payment_collection_id: "pay_col_2" }
    expect(codeOf({ debits: [ready, same], total: "100.00" })).toBe("order_not_payable")
    expect(codeOf({ canceled: true })).toBe("order_not_payable")
  })

  it("is answered anew when it has paid already", () => {
    const done = { ...ready, status: "approved" as const }
    expect(codeOf({ debit: done, debits: [done] })).toBeNull()
  })
})
