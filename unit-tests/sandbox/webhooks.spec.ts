import { createHmac } from "node:crypto"
import { AWAITING, closeAll, DECLINED, lead, startBox, startReceiver } from "./support"

const SECRET = "whsec_test"
const hmac = (body: string) => createHmac("sha256", SECRET).update(body, "utf8").digest("hex")

describe("webhooks", () => {
  afterEach(closeAll)

  it("announce an approval in three events, in order, with the documented headers", async () => {
    const { url, received } = await startReceiver(200)
    const box = await startBox({ webhooks: { url, secret: SECRET } })
    const token = await box.open({ lead: lead({ email: "max@example.com" }) })
    const { body } = await box.pay(token, { tenant_reference_id: "order-42" })
    await box.sandbox.settled()
    expect(received.map(({ headers }) => headers["x-catalystpay-event"])).toEqual([
      "transaction.created",
      "order.created",
      "payment_session.completed",
    ])
    for (const { headers, body: sent } of received) {
      expect(headers["content-type"]).toBe("application/json")
      expect(headers["user-agent"]).toBe("CatalystPay-Webhook/1.0")
      expect(headers["x-catalystpay-signature"]).toBe(hmac(sent))
    }
    expect(JSON.parse(received[2]?.body ?? "")).toEqual({
      session_token: token,
      status: "COMPLETED",
      order_number: body.order_number,
      amount: "29.99",
      currency: "EUR",
      email: "max@example.com",
      tenant_reference_id: "order-42",
    })
    expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ status: "approved", tenant_reference_id: "order-42" })
  })

  it("put Python's canonical form on the wire, whatever a name is made of", async () => {
    const { url, received } = await startReceiver(200)
    const box = await startBox({
      webhooks: { url, secret: SECRET },
      webhookEvents: { approved: ["order.created"] },
      webhookMappings: { "order.created": { who: "lead.full_name", amount: "order.total_amount", none: "no.such" } },
    })
    await box.pay(await box.open({ lead: lead({ first_name: "Zoë🦊", last_name: "A\u007f/Ü" }) }))
    await box.sandbox.settled()
    const canonical = '{"amount":"29.99","none":null,"who":"Zo\\u00eb\\ud83e\\udd8a A\\u007f/\\u00dc"}'
    expect(received.map(({ body }) => body)).toEqual([canonical])
    expect(received[0]?.headers["x-catalystpay-signature"]).toBe(hmac(canonical))
  })

  it("sign the canonical form of a body that is sent in another one [webhook-body=pretty]", async () => {
    const { url, received } = await startReceiver(200)
    const box = await startBox({
      webhooks: { url, secret: SECRET },
      switches: { "webhook-body": "pretty" },
      webhookEvents: { approved: ["order.created"] },
      webhookMappings: { "order.created": { who: "lead.full_name", amount: "order.total_amount" } },
    })
    await box.pay(await box.open({ lead: lead({ first_name: "Jörg", last_name: "M" }) }))
    await box.sandbox.settled()
    expect(received[0]?.body).toBe('{\n  "who": "Jörg M",\n  "amount": "29.99"\n}')
    expect(received[0]?.headers["x-catalystpay-signature"]).toBe(hmac('{"amount":"29.99","who":"J\\u00f6rg M"}'))
  })

  it("announce a decline as a transaction, and nothing while verification is awaited", async () => {
    const { url } = await startReceiver(200)
    const box = await startBox({ webhooks: { url, secret: SECRET } })
    const token = await box.open()
    await box.pay(token, { iban: DECLINED })
    await box.pay(token, { iban: AWAITING })
    await box.sandbox.settled()
    expect(box.sandbox.deliveries.map(({ event }) => event)).toEqual(["transaction.created"])
    expect(JSON.parse(box.sandbox.deliveries[0]?.body ?? "")).toMatchObject({ status: "declined" })
    await box.decide(token, "sign")
    await box.verify(token)
    await box.sandbox.settled()
    expect(box.sandbox.deliveries.at(-1)?.event).toBe("payment_session.completed")
  })

  it("are repeated until the receiver takes them", async () => {
    const { url, received } = await startReceiver(500, 302, 200)
    const box = await startBox({
      webhooks: { url, secret: SECRET },
      webhookRetryDelaysMs: [0, 10, 10, 10],
      webhookEvents: { approved: ["payment_session.completed"] },
    })
    await box.pay(await box.open())
    await box.sandbox.settled()
    expect(box.sandbox.deliveries.map(({ status }) => status)).toEqual([500, 302, 200])
    expect(box.sandbox.deliveries.map(({ attempt }) => attempt)).toEqual([1, 2, 3])
    expect(new Set(received.map(({ body }) => body)).size).toBe(1)
  })

  it("are given up after the last delay, with no status when nobody answers", async () => {
    const box = await startBox({
      webhooks: { url: "http://127.0.0.1:1/hooks", secret: SECRET },
      webhookRetryDelaysMs: [0, 5],
      webhookEvents: { approved: ["payment_session.completed"] },
    })
    await box.pay(await box.open())
    await box.sandbox.settled()
    expect(box.sandbox.deliveries.map(({ status }) => status)).toEqual([null, null])
  })

  it("do not keep the next event back while one is repeated", async () => {
    const { url } = await startReceiver(500, 200)
    const box = await startBox({ webhooks: { url, secret: SECRET }, webhookRetryDelaysMs: [0, 200] })
    await box.pay(await box.open())
    await box.sandbox.settled()
    expect(box.sandbox.deliveries.map(({ event, attempt }) => `${event} ${attempt}`)).toEqual([
      "transaction.created 1",
      "order.created 1",
      "payment_session.completed 1",
      "transaction.created 2",
    ])
  })

  it("wait while they are held, and go in order when released", async () => {
    const { url, received } = await startReceiver(200)
    const box = await startBox({ webhooks: { url, secret: SECRET } })
    box.sandbox.holdWebhooks()
    await box.pay(await box.open())
    await box.sandbox.settled()
    expect(received).toEqual([])
    await box.sandbox.releaseWebhooks()
    expect(received).toHaveLength(3)
    await box.pay(await box.open())
    await box.sandbox.settled()
    expect(received).toHaveLength(6)
  })

  it("reach the shop before the answer of pay when the hook waits for them", async () => {
    const { url, received } = await startReceiver(200)
    const box = await startBox({ webhooks: { url, secret: SECRET } })
    box.sandbox.faults.duringPay = () => box.sandbox.settled()
    await box.pay(await box.open())
    expect(received).toHaveLength(3)
  })

  it("send the last event again, several times at once", async () => {
    const { url, received } = await startReceiver(200)
    const box = await startBox({ webhooks: { url, secret: SECRET } })
    await expect(box.sandbox.resend()).rejects.toThrow("No webhook was delivered yet")
    await box.pay(await box.open())
    await box.sandbox.settled()
    await box.sandbox.resend({ times: 3 })
    expect(received).toHaveLength(6)
    expect(new Set(received.slice(2).map(({ body }) => body)).size).toBe(1)
    expect(box.sandbox.deliveries.slice(-3).map(({ attempt }) => attempt)).toEqual([2, 3, 4])
  })

  it("go nowhere without a target, and to a target that is set later", async () => {
    const { url, received } = await startReceiver(200)
    const box = await startBox()
    await box.pay(await box.open())
    await box.sandbox.settled()
    expect(box.sandbox.deliveries).toEqual([])
    box.sandbox.setWebhooks({ url, secret: SECRET })
    await box.pay(await box.open())
    await box.sandbox.settled()
    expect(received).toHaveLength(3)
  })

  it("are given up when the sandbox closes", async () => {
    const { url } = await startReceiver(500)
    const box = await startBox({ webhooks: { url, secret: SECRET }, webhookRetryDelaysMs: [0, 600_000] })
    await box.pay(await box.open())
    await box.sandbox.close()
    await box.sandbox.settled()
    expect(box.sandbox.deliveries.every(({ attempt }) => attempt === 1)).toBe(true)
  })
})
