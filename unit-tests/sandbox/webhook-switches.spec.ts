import { createHmac } from "node:crypto"
import { setImmediate as nextTurn } from "node:timers/promises"
import type { Switches } from "../../sandbox"
import { APPROVED, closeAll, lead, startBox, startReceiver } from "./support"

const SECRET = "whsec_test"
const hmac = (text: string, secret = SECRET) => createHmac("sha256", secret).update(text, "utf8").digest("hex")

const MAPPING = { ref: "tenant_reference_id", order: "order.status", session: "payment_session.status", to: "lead.email" }
const MAX = { lead: lead({ email: "max@example.com", first_name: "Jörg\u007f" }) }

/** What one event of an approved payment looks like, by the given answers. */
async function oneEvent(switches: Partial<Switches>, mapping: Record<string, string> = MAPPING, path = "") {
  const { url, received } = await startReceiver(200)
  const box = await startBox({
    webhooks: { url: url + path, secret: SECRET },
    webhookEvents: { approved: ["payment_session.completed"] },
    webhookMappings: { "payment_session.completed": mapping },
    switches,
  })
  await box.pay(await box.open(MAX))
  await box.sandbox.settled()
  const [event] = received
  if (!event || received.length > 1) {
    throw new Error(`Instead of one webhook came ${received.length}.`)
  }
  return { ...event, query: Object.fromEntries(event.url.searchParams), box }
}

/** The events of an approved payment, in order of arrival. */
async function arrivals(switches: Partial<Switches>, ...statuses: number[]) {
  const { url, received } = await startReceiver(...statuses)
  const box = await startBox({ webhooks: { url, secret: SECRET }, webhookRetryDelaysMs: [0, 1, 1], switches })
  await box.pay(await box.open())
  await box.sandbox.settled()
  return received.map(({ headers }) => headers["x-catalystpay-event"])
}

const THREE = ["transaction.created", "order.created", "payment_session.completed"]

describe("the switches of webhooks", () => {
  afterEach(closeAll)

  it.each([
    ["flat", { ref: null, order: "COMPLETED", session: "COMPLETED", to: "max@example.com" }],
    [
      "dotted",
      {
        tenant_reference_id: null,
        "order.status": "COMPLETED",
        "payment_session.status": "COMPLETED",
        "lead.email": "max@example.com",
      },
    ],
    [
      "nested",
      {
        tenant_reference_id: null,
        order: { status: "COMPLETED" },
        payment_session: { status: "COMPLETED" },
        lead: { email: "max@example.com" },
      },
    ],
  ] as const)("name the keys of a body [webhook-keys=%s]", async (answer, expected) => {
    const { body } = await oneEvent({ "webhook-keys": answer })
    expect(JSON.parse(body)).toEqual(expected)
  })

  it("nest variables of one object together, and let a name that is whole win [webhook-keys=nested]", async () => {
    const mapping = { a: "order.id", b: "order.status", c: "no.such", d: "no", e: "lead.email" }
    const { body } = await oneEvent({ "webhook-keys": "nested" }, mapping)
    expect(JSON.parse(body)).toEqual({
      order: { id: expect.any(String) as unknown, status: "COMPLETED" },
      no: null,
      lead: { email: "max@example.com" },
    })
  })

  it.each([
    ["null", { ref: null, to: "max@example.com" }],
    ["omitted", { to: "max@example.com" }],
    ["empty-text", { ref: "", to: "max@example.com" }],
  ] as const)("write a variable without a value [webhook-nulls=%s]", async (answer, expected) => {
    const { body } = await oneEvent({ "webhook-nulls": answer }, { ref: "tenant_reference_id", to: "lead.email" })
    expect(JSON.parse(body)).toEqual(expected)
  })

  it.each([
    ["masked", "******************3000"],
    ["whole", APPROVED],
  ] as const)("write the IBAN [webhook-iban=%s]", async (answer, iban) => {
    const { body } = await oneEvent({ "webhook-iban": answer }, { iban: "lead.iban" })
    expect(JSON.parse(body)).toEqual({ iban })
  })

  it("do not know the whole IBAN of an attempt that was made while it was masked", async () => {
    const { url, received } = await startReceiver(200)
    const box = await startBox({ webhooks: { url, secret: SECRET }, switches: { "webhook-iban": "whole" } })
    const { sandbox } = box
    const waiting = await box.open()
    await box.pay(waiting, { iban: "DE56100500009000000001" })
    sandbox.switches["webhook-iban"] = "masked"
    await box.pay(await box.open())
    sandbox.switches["webhook-iban"] = "whole"
    await box.decide(waiting, "sign")
    await box.verify(waiting)
    await sandbox.settled()
    expect(received).toHaveLength(6)
    expect(received.map(({ body }) => body).join()).not.toMatch(/DE\d{20}/)
  })

  it.each([
    ["documented", { order: "COMPLETED", session: "COMPLETED", payment: "approved", type: "sdd_sale" }],
    ["swapped", { order: "completed", session: "completed", payment: "APPROVED", type: "sdd_sale" }],
  ] as const)("write statuses [webhook-status-case=%s]", async (answer, expected) => {
    const mapping = {
      order: "order.status",
      session: "payment_session.status",
      payment: "transaction.status",
      type: "transaction.type",
    }
    const { body } = await oneEvent({ "webhook-status-case": answer }, mapping)
    expect(JSON.parse(body)).toEqual(expected)
  })

  it.each([
    ["canonical", '{"a":"29.99","z":"EUR"}'],
    ["pretty", '{\n  "z": "EUR",\n  "a": "29.99"\n}'],
  ] as const)("put the body on the wire, signed in its canonical form [webhook-body=%s]", async (answer, expected) => {
    const mapping = { z: "order.currency", a: "order.total_amount" }
    const { method, body, headers } = await oneEvent({ "webhook-body": answer }, mapping)
    expect(method).toBe("POST")
    expect(body).toBe(expected)
    expect(headers["x-catalystpay-signature"]).toBe(hmac('{"a":"29.99","z":"EUR"}'))
  })

  it.each([
    ["ascii", '{"who":"J\\u00f6rg\\u007f Mustermann"}'],
    ["utf-8", '{"who":"Jörg\u007f Mustermann"}'],
  ] as const)("escape what is signed [webhook-escapes=%s]", async (answer, expected) => {
    const { body, headers } = await oneEvent({ "webhook-escapes": answer }, { who: "lead.full_name" })
    expect(body).toBe(expected)
    expect(headers["x-catalystpay-signature"]).toBe(hmac(expected))
  })

  it("go as a body [webhook-method=JSON_POST]", async () => {
    const { method, query, body } = await oneEvent({ "webhook-method": "JSON_POST" }, { to: "lead.email" }, "?shop=1")
    expect({ method, query, body }).toEqual({ method: "POST", query: { shop: "1" }, body: '{"to":"max@example.com"}' })
  })

  it("go in the query, with the same headers and beside what stands there [webhook-method=URL_PARAMS]", async () => {
    const { method, query, body, headers, box } = await oneEvent({ "webhook-method": "URL_PARAMS" }, MAPPING, "?shop=1")
    const payload = { ref: "", order: "COMPLETED", session: "COMPLETED", to: "max@example.com" }
    expect({ method, query, body }).toEqual({ method: "GET", query: { shop: "1", ...payload }, body: "" })
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "user-agent": "CatalystPay-Webhook/1.0",
      "x-catalystpay-event": "payment_session.completed",
    })
    expect(box.sandbox.deliveries).toMatchObject([{ method: "GET", body: "", status: 200 }])
    expect(box.sandbox.deliveries[0]?.url).toContain("to=max%40example.com")
  })

  it("join nested names by dots in the query [webhook-method=URL_PARAMS] [webhook-keys=nested]", async () => {
    const switches = { "webhook-method": "URL_PARAMS", "webhook-keys": "nested" } as const
    const { query, headers } = await oneEvent(switches, { a: "order.status", b: "order.currency" })
    expect(query).toEqual({ "order.status": "COMPLETED", "order.currency": "EUR" })
    const signed = '{"order.currency":"EUR","order.status":"COMPLETED"}'
    expect(headers["x-catalystpay-signature"]).toBe(hmac(signed))
  })

  it.each([
    ["texts", '{"ref":"","to":"max@example.com"}'],
    ["typed", '{"ref":null,"to":"max@example.com"}'],
  ] as const)("sign what the query says [webhook-params-signed=%s]", async (answer, signed) => {
    const switches = { "webhook-method": "URL_PARAMS", "webhook-params-signed": answer } as const
    const { query, headers } = await oneEvent(switches, { ref: "tenant_reference_id", to: "lead.email" })
    expect(query).toEqual({ ref: "", to: "max@example.com" })
    expect(headers["x-catalystpay-signature"]).toBe(hmac(signed))
  })

  it.each([
    ["repeated", [...THREE, "transaction.created"]],
    ["once", THREE],
  ] as const)("come again after a failure, or not [webhook-retries=%s]", async (answer, expected) => {
    const names = await arrivals({ "webhook-retries": answer }, 500, 200)
    expect(names.toSorted()).toEqual(expected.toSorted())
  })

  it.each([
    ["in-order", THREE],
    ["reversed", THREE.toReversed()],
  ] as const)("come in an order [webhook-order=%s]", async (answer, expected) => {
    expect(await arrivals({ "webhook-order": answer }, 200)).toEqual(expected)
  })

  it.each([
    ["once", THREE],
    ["thrice", THREE.flatMap((name) => [name, name, name])],
  ] as const)("come once or more often [webhook-duplicates=%s]", async (answer, expected) => {
    expect(await arrivals({ "webhook-duplicates": answer }, 200)).toEqual(expected)
  })

  it("repeat an event only when none of its copies was taken [webhook-duplicates=thrice]", async () => {
    const nine = THREE.flatMap((name) => [name, name, name])
    const takenOnce = await arrivals({ "webhook-duplicates": "thrice" }, 500, 500, 200)
    expect(takenOnce.toSorted()).toEqual(nine.toSorted())
    const taken = await arrivals({ "webhook-duplicates": "thrice" }, 500, 500, 500, 200)
    expect(taken.toSorted()).toEqual([...nine, "transaction.created"].toSorted())
  })

  it("come before pay and verify answer [webhook-timing=before-answer]", async () => {
    const { url, received } = await startReceiver(200)
    const box = await startBox({
      webhooks: { url, secret: SECRET },
      webhookDelayMs: 20,
      switches: { "webhook-timing": "before-answer" },
    })
    await box.pay(await box.open())
    expect(received).toHaveLength(3)
    const token = await box.open()
    await box.pay(token, { iban: "DE56100500009000000001" })
    await box.decide(token, "sign")
    expect(received).toHaveLength(3)
    await box.verify(token)
    expect(received).toHaveLength(6)
  })

  it("do not keep the answer back [webhook-timing=after-answer]", async () => {
    const { url, received } = await startReceiver(200)
    const box = await startBox({ webhooks: { url, secret: SECRET }, webhookDelayMs: 600_000 })
    expect((await box.pay(await box.open())).status).toBe(200)
    await nextTurn()
    expect(received).toEqual([])
  })

  it("sign a repetition with the secret that is in force by then", async () => {
    const { url, received } = await startReceiver(500)
    const box = await startBox({
      webhooks: { url, secret: "old" },
      webhookRetryDelaysMs: [0, 300],
      webhookEvents: { approved: ["order.created"] },
    })
    await box.pay(await box.open())
    while (box.sandbox.deliveries[0]?.status !== 500) {
      await nextTurn()
    }
    box.sandbox.setWebhooks({ url, secret: "new" })
    await box.sandbox.settled()
    const signatures = received.map(({ headers }) => headers["x-catalystpay-signature"])
    expect(signatures).toEqual([hmac(received[0]?.body ?? "", "old"), hmac(received[0]?.body ?? "", "new")])
  })

  it("take another mapping while the sandbox runs, and go back to the default one", async () => {
    const { url, received } = await startReceiver(200)
    const box = await startBox({ webhooks: { url, secret: SECRET }, webhookEvents: { approved: ["order.imported"] } })
    const before = box.sandbox.mappings()
    box.sandbox.setMapping("order.imported", { price: "order.total_amount" })
    await box.pay(await box.open())
    box.sandbox.setMapping("order.imported", null)
    expect(box.sandbox.mappings()).toEqual(before)
    await box.pay(await box.open())
    await box.sandbox.settled()
    expect(received[0]?.body).toBe('{"price":"29.99"}')
    expect(Object.keys(JSON.parse(received[1]?.body ?? "") as object).sort()).toEqual(
      Object.keys(before["order.imported"]).sort(),
    )
  })
})

describe("webhooks on demand", () => {
  afterEach(closeAll)

  async function held() {
    const { url, received } = await startReceiver(200)
    const box = await startBox({ webhooks: { url, secret: SECRET } })
    box.sandbox.holdWebhooks()
    await box.pay(await box.open())
    return { box, received, names: () => received.map(({ headers }) => headers["x-catalystpay-event"]) }
  }

  it.each([
    ["in-order", THREE],
    ["reversed", THREE.toReversed()],
  ] as const)("held events go out %s", async (order, expected) => {
    const { box, names } = await held()
    await box.sandbox.releaseWebhooks({ order })
    expect(names()).toEqual(expected)
  })

  it("held events go out shuffled, each of them once and none in its place", async () => {
    const { box, names } = await held()
    await box.sandbox.releaseWebhooks({ order: "shuffled" })
    expect(names().toSorted()).toEqual(THREE.toSorted())
    expect(names().filter((name, index) => name === THREE[index])).toEqual([])
  })

  it("the last one of a name is sent again, and the one of a delivery", async () => {
    const { box, names } = await held()
    await box.sandbox.releaseWebhooks()
    await box.sandbox.resend({ event: "order.created" })
    await box.sandbox.resend({ deliveryId: 1, times: 2 })
    expect(names().slice(3)).toEqual(["order.created", "transaction.created", "transaction.created"])
    expect(box.sandbox.deliveries.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it("what was never delivered is not sent again", async () => {
    const { box, received } = await held()
    await box.sandbox.releaseWebhooks()
    await expect(box.sandbox.resend({ deliveryId: 4 })).rejects.toThrow("There is no delivery 4.")
    await expect(box.sandbox.resend({ deliveryId: 1, event: "order.created" })).rejects.toThrow("of order.created")
    await expect(box.sandbox.resend({ event: "chargeback.created" })).rejects.toThrow("No chargeback.created was")
    expect(received).toHaveLength(3)
  })
})
