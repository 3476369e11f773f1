import { parseWebhookEvent } from "../../src/gateway"
import { confirmsApproval, namesOwnTransaction, topicOf } from "../../src/modules/catalystpay/webhooks/webhook-topic"
import { debitRecord } from "../support/records"

describe("a webhook that confirms an approval", () => {
  it.each([
    ["payment_session.completed", { status: "COMPLETED" }, true],
    ["payment_session.completed", { session_token: "ps_1" }, true],
    ["payment_session.completed", { status: "FAILED" }, false],
    ["transaction.created", { status: "approved", type: "sdd_sale" }, true],
    ["transaction.created", { status: "declined", type: "sdd_sale" }, false],
    ["transaction.status_changed", { status: "approved", type: "sdd_refund" }, false],
    ["order.created", { status: "COMPLETED" }, false],
    ["chargeback.created", { status: "approved" }, false],
    ["something.new", { status: "COMPLETED" }, false],
    ["", { status: "COMPLETED" }, false],
  ])("%s with %j: %s", (name, payload, confirms) => {
    expect(confirmsApproval(parseWebhookEvent(name, payload))).toBe(confirms)
  })
})

describe("what a webhook asks the ledger to look at", () => {
  const approved = debitRecord({ status: "approved", transaction_id: "tx_sale", attempt: 2, reference: "payses_1.2" })
  const sale = { transaction_id: "tx_sale", type: "sdd_sale", tenant_reference_id: "payses_1.2" }
  const topic = (name: string, payload: object, debit = approved) =>
    topicOf(debit, parseWebhookEvent(name, payload), ["settled"])

  it.each([
    ["chargeback.created", { reason_code: "MD06" }, "chargebacks"],
    ["chargeback.imported", {}, "chargebacks"],
    ["transaction.created", { transaction_id: "tx_refund", type: "sdd_refund", status: "approved" }, "transactions"],
    ["transaction.imported", { transaction_id: "tx_refund", type: "sdd_refund" }, "transactions"],
    ["transaction.created", { transaction_id: "tx_untold", status: "approved" }, "transactions"],
    ["transaction.status_changed", { ...sale, status: "declined" }, "transactions"],
    ["transaction.status_changed", { ...sale, status: "returned" }, "transactions"],
    ["transaction.status_changed", { ...sale, status: "settled" }, "transactions"],
    ["transaction.status_changed", { ...sale, status: "approved" }, "approval"],
    ["transaction.status_changed", { ...sale, status: "paid_out" }, "other"],
    ["transaction.created", { ...sale, type: "sdd_rebill", status: "approved" }, "other"],
    ["order.created", { order_number: "ORD-1" }, "other"],
    ["payment_session.completed", {}, "approval"],
  ])("%s with %j: %s", (name, payload, expected) => {
    expect(topic(name, payload)).toBe(expected)
  })

  it.each([
    ["by reference", { ...sale, tenant_reference_id: "payses_1.1", transaction_id: "tx_first" }],
    ["by transaction", { type: "sdd_sale", transaction_id: "tx_first" }],
    ["by reference and without a type", { tenant_reference_id: "payses_1.1", transaction_id: "tx_first" }],
  ])("is nothing when an earlier attempt was declined, told %s", (_how, payload) => {
    expect(topic("transaction.created", { ...payload, status: "declined" })).toBe("other")
    expect(namesOwnTransaction(approved, parseWebhookEvent("transaction.created", payload))).toBe(false)
  })

  it("is nothing when a debit was declined that is known to be declined", () => {
    expect(topic("transaction.created", { ...sale, status: "declined" }, { ...approved, status: "declined" })).toBe("other")
  })

  it("is looked at again for a debit that came back already: Medusa may not have been told", () => {
    const returned = debitRecord({ ...approved, status: "failed", returned_at: new Date() })
    expect(topic("transaction.status_changed", { ...sale, status: "declined" }, returned)).toBe("transactions")
  })

  it("is nothing when a settled debit settles again", () => {
    const settled = { ...approved, settled_at: new Date() }
    expect(topic("transaction.status_changed", { ...sale, status: "settled" }, settled)).toBe("other")
  })
})
