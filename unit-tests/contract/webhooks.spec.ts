import { createHmac } from "node:crypto"
import { parseWebhookEvent, verifyWebhookSignature, WEBHOOK_EVENT_TYPES } from "../../src/gateway"
import { signWebhook } from "../../src/gateway/webhooks"
import type { SandboxOptions } from "../../sandbox"
import { APPROVED, AWAITING, closeStages, DECLINED, HARD_DECLINE, lead, startReceiver, startStage } from "./support"

const SECRET = "whsec_contract"
const ZOE = { first_name: "Zoë🦊", last_name: "Müller\u007f/" }
const ELEVEN = [
  "order.created",
  "order.imported",
  "transaction.created",
  "transaction.imported",
  "transaction.status_changed",
  "chargeback.created",
  "chargeback.imported",
  "subscription.created",
  "subscription.imported",
  "subscription.status_changed",
  "payment_session.completed",
]

afterEach(closeStages)

/** Pays once and hands back what the shop's webhook address received. */
async function webhooksOf(iban: string, options: SandboxOptions = {}, shopper: Record<string, unknown> = {}) {
  const { url, received } = await startReceiver(200)
  const stage = await startStage({ webhooks: { url, secret: SECRET }, ...options })
  const result = await stage.submit(await stage.start({ lead: lead(shopper) }), { iban })
  await stage.sandbox.settled()
  const events = received.map((delivery) => ({
    ...delivery,
    name: String(delivery.headers["x-catalystpay-event"]),
    signature: String(delivery.headers["x-catalystpay-signature"]),
  }))
  return { stage, result, events }
}

/** One event with a mapping of one's own. */
async function mapped(mapping: Record<string, string>, shopper: Record<string, unknown> = {}) {
  const { events } = await webhooksOf(
    APPROVED,
    { webhookEvents: { approved: ["order.created"] }, webhookMappings: { "order.created": mapping } },
    shopper,
  )
  const [event] = events
  if (!event) {
    throw new Error("No webhook came.")
  }
  return event
}

describe("events", () => {
  it("[9.1-eleven] are the eleven that the client knows", () => {
    expect([...WEBHOOK_EVENT_TYPES].sort()).toEqual([...ELEVEN].sort())
    expect(WEBHOOK_EVENT_TYPES.map((name) => parseWebhookEvent(name, {}).type)).toEqual([...WEBHOOK_EVENT_TYPES])
  })

  it("[9.1-unseen] that are not among them are read as unknown", () => {
    const event = parseWebhookEvent("payment_session.failed", { session_token: "ps_1" })
    expect(event).toMatchObject({ type: "unknown", name: "payment_session.failed", session_token: "ps_1" })
  })

  it("[9.1-approved] [9.1-completed] of an approval tell of transaction, order and session", async () => {
    const { events, result } = await webhooksOf(APPROVED)
    const read = events.map(({ name, body }) => parseWebhookEvent(name, JSON.parse(body)))
    expect(read).toMatchObject([
      { type: "transaction.created", transaction_id: result.transaction?.id, transaction_status: "approved" },
      { type: "order.created", order_id: result.order?.id, order_status: "COMPLETED" },
      { type: "payment_session.completed", session_token: result.session_token, session_status: "COMPLETED" },
    ])
    expect(read.map(({ amount, currency }) => `${amount} ${currency}`)).toEqual(Array(3).fill("29.99 EUR"))
  })

  it.each([
    ["a decline", DECLINED],
    ["a last decline", HARD_DECLINE],
    ["an awaited verification", AWAITING],
  ])("[9.1-no-failure] never say payment_session.completed of %s", async (_, iban) => {
    const { events } = await webhooksOf(iban)
    expect(events.filter(({ name }) => name === "payment_session.completed")).toEqual([])
  })

  it.each(["transaction.status_changed", "chargeback.created", "subscription.created", "subscription.status_changed"])(
    "[9.1-status-changed] [9.1-chargeback] [9.1-subscription] of later days are read: %s",
    (name) => {
      const body = { transaction_id: "8f0124b5", tenant_reference_id: "payses_1.1", amount: "29.99", currency: "EUR" }
      expect(parseWebhookEvent(name, body)).toMatchObject({ ...body, type: name })
    },
  )
})

describe("the request", () => {
  it("[9.2-headers] [9.2-no-delivery-id] [9.2-json-post] posts JSON with four headers of its own", async () => {
    const { events } = await webhooksOf(APPROVED)
    const transport = ["host", "connection", "content-length", "transfer-encoding", "accept", "keep-alive"]
    for (const { headers, name } of events) {
      const own = Object.fromEntries(Object.entries(headers).filter(([header]) => !transport.includes(header)))
      expect(own).toEqual({
        "content-type": "application/json",
        "user-agent": "CatalystPay-Webhook/1.0",
        "x-catalystpay-event": name,
        "x-catalystpay-signature": expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      })
    }
  })

  it("[9.2-event-header] names the event in the header only", async () => {
    const { events } = await webhooksOf(APPROVED)
    expect(events.map(({ body }) => ELEVEN.filter((name) => body.includes(name)))).toEqual([[], [], []])
  })
})

describe("the payload", () => {
  it("[9.3-mapping] is what the mapping says, under its keys", async () => {
    const { body } = await mapped({ who: "lead.full_name", "a.b": "order.currency" }, { first_name: "Erika" })
    expect(JSON.parse(body)).toEqual({ who: "Erika Mustermann", "a.b": "EUR" })
  })

  it("[9.3-order-variables] may hold what the documentation lists for order.created", async () => {
    const variables = [
      "order.id", "order.order_number", "order.total_amount", "order.currency", "order.status", "order.created_at",
      "lead.email", "lead.full_name", "lead.iban", "lead.phone", "campaign.id", "campaign.name", "offer.id",
      "offer.name", "offer.price", "product.name",
    ]
    const mapping = Object.fromEntries(variables.map((name) => [name, name]))
    const { body } = await mapped(mapping, { phone: "+493012345678" })
    const values = Object.entries(JSON.parse(body) as Record<string, unknown>)
    expect(values.filter(([, value]) => typeof value !== "string")).toEqual([])
    expect(parseWebhookEvent("order.created", JSON.parse(body))).toMatchObject({
      order_status: "COMPLETED",
      amount: "29.99",
      iban_last4: "3000",
    })
  })

  it("[9.3-sample] [9.3-amount] [9.3-status-case] has the guide's six keys for payment_session.completed", async () => {
    const { events, result } = await webhooksOf(APPROVED, {}, { email: "max@example.com" })
    expect(JSON.parse(events.at(-1)?.body ?? "")).toMatchObject({
      session_token: result.session_token,
      status: "COMPLETED",
      order_number: result.order_number,
      amount: "29.99",
      currency: "EUR",
      email: "max@example.com",
    })
  })
})

describe("the signature", () => {
  it("[9.4-hmac] [9.4-canonical] is HMAC-SHA256 over the sorted, compact JSON", async () => {
    const { body, signature } = await mapped({ b: "order.total_amount", a: "order.currency" })
    expect(body).toBe('{"a":"EUR","b":"29.99"}')
    expect(signature).toBe(createHmac("sha256", SECRET).update(body, "utf8").digest("hex"))
    expect(verifyWebhookSignature(body, signature, SECRET)).toBe(true)
  })

  it("[9.4-ascii] is made over the escaped text, whatever a name is made of", async () => {
    const { body, signature } = await mapped({ who: "lead.full_name" }, ZOE)
    expect(body).toBe('{"who":"Zo\\u00eb\\ud83e\\udd8a M\\u00fcller\\u007f/"}')
    expect(verifyWebhookSignature(body, signature, SECRET)).toBe(true)
  })

  it("[9.4-reserialise] [9.4-key-order] is the same however the body is spaced and ordered", () => {
    const signature = signWebhook({ b: [2, 1], a: { d: 1, c: {} }, "ａ": 1, "𝒂": 2 }, SECRET)
    const other = `{ "𝒂": 2, "ａ": 1, "a": { "c": {}, "d": 1 }, "b": [2, 1] }`
    expect(verifyWebhookSignature(other, signature, SECRET)).toBe(true)
    expect(verifyWebhookSignature(other.replace("[2, 1]", "[1, 2]"), signature, SECRET)).toBe(false)
  })

  it("[9.4-numbers] keeps numbers, true, false and null as they were written", () => {
    const body = `{"a":1.0,"b":10000000000000000000001,"c":true,"d":false,"e":null,"f":-0.5}`
    const signature = createHmac("sha256", SECRET).update(body, "utf8").digest("hex")
    expect(verifyWebhookSignature(body.replaceAll(",", " , "), signature, SECRET)).toBe(true)
    expect(verifyWebhookSignature(body.replace("1.0", "1"), signature, SECRET)).toBe(false)
  })

  it("[9.4-encoder] is made over texts for amounts, ids and times", async () => {
    const { body } = await mapped({ amount: "order.total_amount", id: "order.id", at: "order.created_at" })
    expect(JSON.parse(body)).toEqual({
      amount: "29.99",
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as unknown,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/) as unknown,
    })
  })

  it("[9.4-profile-secret] [9.4-rotation] matches with one of the secrets given, and with no other", async () => {
    const { body, signature } = await mapped({ a: "order.currency" })
    expect(verifyWebhookSignature(body, signature, ["whsec_next", SECRET])).toBe(true)
    expect(verifyWebhookSignature(body, signature, ["whsec_next"])).toBe(false)
  })
})

describe("delivery", () => {
  it("[9.5-no-profile] goes nowhere without an address", async () => {
    const stage = await startStage({ webhooks: null })
    await stage.submit(await stage.start())
    await stage.sandbox.settled()
    expect(stage.sandbox.deliveries).toEqual([])
  })

  it.each([200, 202, 204])("[9.5-success] is done when it is answered with %d", async (status) => {
    const { url, received } = await startReceiver(status)
    const stage = await startStage({ webhooks: { url, secret: SECRET }, webhookRetryDelaysMs: [0, 1, 1] })
    await stage.submit(await stage.start())
    await stage.sandbox.settled()
    expect(received).toHaveLength(3)
  })
})
