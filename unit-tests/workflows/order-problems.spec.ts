import type { DebitRecord } from "../../src/modules/catalystpay/debits/debit-record"
import { findProblems } from "../../src/workflows/agreement/order-problems"
import type { MedusaView } from "../../src/workflows/agreement/medusa-view"
import { debitRecord } from "../support/records"

const NOW = new Date("2026-11-25T09:00:00Z")
const PLACED: MedusaView["order"] = {
  id: "order_1",
  canceled: false,
  total: "20.706000",
  payment_collection_ids: ["pay_col_1"],
  counted: [],
  paid_otherwise: false,
}
const FAILED: MedusaView["session"] = { id: "payses_1", status: "error", raw_amount: "20.706", currency_code: "eur" }

/** The codes of what is wrong. */
function problems(
  change: Partial<DebitRecord>,
  order: MedusaView["order"],
  others: DebitRecord[] = [],
  session: MedusaView["session"] = FAILED,
) {
  const debit = debitRecord(change)
  const view: MedusaView = { session, order, cart: null }
  return findProblems({ debit, view, debits: [debit, ...others] })
    .filter(({ is_there }) => is_there)
    .map(({ problem }) => problem)
}

const codes = (...input: Parameters<typeof problems>) => problems(...input).map(({ code }) => code)

describe("what a merchant must act on", () => {
  it("is an order whose debit will not come, until it is paid by another or cancelled", () => {
    expect(codes({ status: "failed" }, PLACED)).toEqual(["order_without_debit"])
    expect(codes({ status: "failed" }, PLACED, [debitRecord({ id: "cpdeb_2", status: "approved" })])).toEqual([])
    expect(codes({ status: "failed" }, PLACED && { ...PLACED, canceled: true })).toEqual([])
  })

  it("is no order that another debit is under way for", () => {
    expect(codes({ status: "failed" }, PLACED, [debitRecord({ id: "cpdeb_2", status: "submitting" })])).toEqual([])
  })

  it("is a debit without an order, with what to refund, until it was given back in full", () => {
    const orphan: Partial<DebitRecord> = { status: "approved", orphaned_at: NOW }
    expect(problems({ ...orphan, refunded_amount: "10" }, null)).toMatchObject([
      {
        code: "debit_without_order",
        subject: "cpdeb_1",
        details: { amount: "10.71", currency: "EUR", reference: "payses_1.1", source: "store" },
      },
    ])
    expect(codes({ ...orphan, refunded_amount: "20.71" }, null)).toEqual([])
    expect(codes({ ...orphan, charged_back_amount: "20.71" }, null)).toEqual([])
  })

  it("is a debit that somebody paid at the gateway, also when its order stands", () => {
    const external: Partial<DebitRecord> = { status: "approved", origin: "external", orphaned_at: NOW }
    expect(problems(external, PLACED)).toMatchObject([
      { code: "debit_without_order", details: { source: "external" } },
      { code: "order_without_debit" },
    ])
  })

  it("is a debit whose session Medusa had deleted, although an order stands that something else pays", () => {
    expect(codes({ status: "approved", orphaned_at: NOW }, PLACED, [], null)).toEqual(["debit_without_order"])
    const canceled = PLACED && { ...PLACED, canceled: true }
    expect(codes({ status: "approved", orphaned_at: NOW }, canceled, [], null)).toEqual(["canceled_order_keeps_money"])
  })

  it("is a cancelled order that keeps money which no refund is due of", () => {
    const canceled = PLACED && { ...PLACED, canceled: true }
    expect(codes({ status: "approved", orphaned_at: NOW }, canceled)).toEqual(["canceled_order_keeps_money"])
    expect(codes({ status: "approved", refund_due_amount: "20.71" }, canceled)).toEqual([])
    expect(codes({ status: "approved", refunded_amount: "20.71" }, canceled)).toEqual([])
  })

  it("is an order whose total is no longer what was collected", () => {
    expect(problems({ status: "approved" }, PLACED && { ...PLACED, total: "30" })).toMatchObject([
      { code: "amount_mismatch", subject: "order_1", details: { found: "30.00 EUR", expected: "20.71 EUR" } },
    ])
    expect(codes({ status: "approved" }, PLACED)).toEqual([])
  })

  it("is no total that another provider's payment makes up for", () => {
    expect(codes({ status: "approved" }, PLACED && { ...PLACED, total: "30", paid_otherwise: true })).toEqual([])
  })
})
