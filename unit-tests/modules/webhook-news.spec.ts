import { parseWebhookEvent } from "../../src/gateway"
import { confirmsApproval } from "../../src/modules/catalystpay/webhook-news"

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
