import { parseWebhookEvent } from "../../src/gateway"
import { mentions, withoutPerson, withoutSecrets } from "../../src/modules/catalystpay/data-rights/webhook-remains"

const PAYLOAD = {
  session_token: "ps_1",
  status: "COMPLETED",
  order: { order_number: "ORD-1" },
  amount: "29.99",
  currency: "EUR",
  tenant_reference_id: "payses_1.1",
  livemode: false,
  lead: { email: "Max@example.com", first_name: "Max", iban: "DE** **** 3000" },
  reason_code: "MD06",
  reason_message: "Max Mustermann disputes it",
  customer_ip: "203.0.113.7",
}

describe("a webhook of somebody who was forgotten", () => {
  it("keeps ids, amounts, statuses and reason codes, and nothing else", () => {
    expect(withoutPerson("payment_session.completed", PAYLOAD)).toEqual({
      session_token: "ps_1",
      session_status: "COMPLETED",
      order_number: "ORD-1",
      amount: "29.99",
      currency: "EUR",
      tenant_reference_id: "payses_1.1",
      livemode: false,
      reason_code: "MD06",
    })
  })

  it("names the session by what stands for it, where it names it at all", () => {
    const remains = (payload: object) => withoutPerson("order.created", payload, { session_token: "checkout.id" }, "erased:cpdeb_1")
    expect(remains({ checkout: { id: "ps_1" } })).toEqual({ "checkout.id": "erased:cpdeb_1" })
    expect(remains({ order_number: "ORD-1" })).toEqual({ order_number: "ORD-1" })
  })

  it.each([
    ["payment_session.completed", PAYLOAD, {}],
    ["transaction.created", { id: "tx_1", status: "approved", type: "sdd_refund", amount: 5, lead: { email: "max@example.com" } }, {}],
    ["chargeback.created", { chargeback: { amount: "29.99", reason_code: "MD06" }, state: "x" }, { transaction_status: "state" }],
    ["payment_session.completed", { checkout: { id: "ps_1" }, Totals: { Gross: "29.99" } }, { session_token: "checkout.id", amount: "Totals.Gross" }],
    ["something.new", {}, {}],
  ])("is read as before by a replay, but for the person: %s", (name, payload, fieldMap) => {
    const before = parseWebhookEvent(name, payload, fieldMap)
    const after = parseWebhookEvent(name, withoutPerson(name, payload, fieldMap), fieldMap)
    expect(after).toEqual({ ...before, email: null, iban_last4: null, reason_message: null })
  })
})

describe("a text in a payload", () => {
  it("is found as a whole, in any case, at any depth, and not as a part of another", () => {
    const texts = new Set(["lotte@example.com"])
    expect(mentions({ lead: [{ email: " Lotte@Example.com " }] }, texts)).toBe(true)
    expect(mentions({ lead: [{ email: "charlotte@example.com" }], n: 1, nothing: null }, texts)).toBe(false)
  })

  it("that is a secret is replaced wherever it stands", () => {
    const payload = { token: "ps_1", url: ["https://pay.example/s/ps_1", 1, null], other: "ps_2" }
    expect(withoutSecrets(payload, ["ps_1"])).toEqual({
      token: "[session token]",
      url: ["https://pay.example/s/[session token]", 1, null],
      other: "ps_2",
    })
  })
})
