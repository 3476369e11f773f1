import { request as httpRequest } from "node:http"
import { SWITCH_NAMES, SWITCHES } from "../../sandbox"
import { anyText, closeAll, matching, startBox, startReceiver } from "./support"
import type { Box } from "./support"

const START = new Date("2026-03-10T10:00:00Z")
const FORM = { "content-type": "application/x-www-form-urlencoded" }

async function start(): Promise<Box & { id: string }> {
  const box = await startBox({ clock: () => START })
  await box.pay(await box.open({ billing_type: "RECURRING", billing_frequency: "MONTHLY" }))
  return { ...box, id: box.sandbox.transactions()[0]?.id ?? "" }
}

async function control(box: Box, method: string, path: string, body?: unknown) {
  const response = await fetch(`${box.url}/control${path}`, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  return { status: response.status, answer }
}

/** Sends a form as a page of the sandbox would, and reads what the console says then. */
async function submit(box: Box, path: string, fields: Record<string, string> = {}) {
  const headers = { ...FORM, origin: box.url, "sec-fetch-site": "same-origin" }
  const body = new URLSearchParams(fields)
  const response = await fetch(`${box.url}/console${path}`, { method: "POST", redirect: "manual", headers, body })
  expect({ status: response.status, location: response.headers.get("location") }).toEqual({
    status: 303,
    location: "/console",
  })
  const page = await (await fetch(`${box.url}/console`)).text()
  return /role="status">([^<]*)</.exec(page)?.[1]
}

describe("the control API after the debit", () => {
  afterEach(closeAll)

  it("settles, refunds, charges back, bounces and rebills, and lists what came of it", async () => {
    const box = await start()
    const { sandbox, id } = box
    expect((await control(box, "POST", `/transactions/${id}/settle`)).answer).toMatchObject({
      transaction: { id, status: "settled" },
    })
    expect((await control(box, "POST", `/transactions/${id}/refund`, { amount: "1.00" })).answer).toMatchObject({
      transaction: { type: "sdd_refund", amount: "1.00" },
    })
    const subscription = sandbox.subscriptions()[0]?.id ?? ""
    expect((await control(box, "POST", `/subscriptions/${subscription}/rebill`, {})).answer).toMatchObject({
      transaction: { type: "sdd_rebill", subscription_id: subscription },
    })
    const rebill = sandbox.transactions().at(-1)?.id ?? ""
    expect((await control(box, "POST", `/transactions/${rebill}/bounce`, { reason_code: "AC04" })).answer).toMatchObject({
      transaction: { status: "declined", reason_code: "AC04" },
    })
    const details = { reason_code: "MD06", amount: "2.00" }
    expect((await control(box, "POST", `/transactions/${id}/chargeback`, details)).answer).toMatchObject({
      chargeback: details,
    })
    expect((await control(box, "GET", "/transactions")).answer).toEqual({ transactions: sandbox.transactions() })
    expect((await control(box, "GET", "/chargebacks")).answer).toEqual({ chargebacks: sandbox.chargebacks() })
    expect((await control(box, "GET", "/subscriptions")).answer).toEqual({ subscriptions: sandbox.subscriptions() })
  })

  it("answers what cannot be done in the API's shape", async () => {
    const box = await start()
    const error = (path: string, body: unknown) => control(box, "POST", path, body)
    expect(await error("/transactions/none/settle", {})).toEqual({
      status: 404,
      answer: { detail: "There is no transaction none.", status_code: 404 },
    })
    expect(await error(`/transactions/${box.id}/refund`, { amount: "30.00" })).toMatchObject({ status: 409 })
    expect(await error(`/transactions/${box.id}/refund`, { amount: 1 })).toEqual({
      status: 400,
      answer: { detail: { amount: anyText }, status_code: 400 },
    })
    expect(await error(`/transactions/${box.id}/refund`, { amonut: "1.00" })).toMatchObject({ status: 400 })
    expect(await error(`/transactions/${box.id}/bounce`, {})).toMatchObject({ status: 400 })
    expect(await error("/deliveries/7/resend", {})).toMatchObject({ status: 404 })
    expect(await error("/clock", { days: -1 })).toMatchObject({ status: 400 })
    expect(await error("/nothing", {})).toMatchObject({ status: 404 })
    expect(box.sandbox.transactions()).toHaveLength(1)
  })

  it("moves the clock, and with it what is due", async () => {
    const box = await start()
    expect((await control(box, "POST", "/clock", { days: 31, hours: 1 })).answer).toEqual({
      now: "2026-04-10T11:00:00.000Z",
    })
    expect((await control(box, "GET", "/clock")).answer).toEqual({ now: "2026-04-10T11:00:00.000Z" })
    expect(box.sandbox.transactions().map(({ type }) => type)).toEqual(["sdd_sale", "sdd_rebill"])
  })

  it("lists every switch with its question, and sets some", async () => {
    const box = await start()
    const listed = (await control(box, "POST", "/switches", { "webhook-nulls": "omitted" })).answer
    const switches = SWITCH_NAMES.map((name) => ({
      name,
      ...SWITCHES[name],
      answer: name === "webhook-nulls" ? "omitted" : SWITCHES[name].answers[0],
    }))
    expect(listed).toEqual({ switches })
    expect((await control(box, "GET", "/switches")).answer).toEqual(listed)
    expect(await control(box, "POST", "/switches", { "webhook-nulls": "maybe", "webhook-keys": "nested" })).toMatchObject({
      status: 400,
    })
    expect(await control(box, "POST", "/switches", { "no-switch": "x" })).toMatchObject({ status: 400 })
    expect(box.sandbox.switches).toMatchObject({ "webhook-nulls": "omitted", "webhook-keys": "flat" })
  })

  it("sets mappings and takes them back, sends a delivery again, releases in another order", async () => {
    const { url, received } = await startReceiver(200)
    const box = await start()
    await control(box, "POST", "/webhooks", { url, secret: "s" })
    const mapping = { ref: "order.order_number" }
    expect((await control(box, "POST", "/mappings", { "order.created": mapping })).answer).toMatchObject({
      mappings: { "order.created": mapping },
    })
    await control(box, "POST", "/hold")
    await box.pay(await box.open())
    await control(box, "POST", "/release", { order: "reversed" })
    await control(box, "POST", "/deliveries/2/resend", { times: 2 })
    const bodies = received.map(({ body }) => body)
    expect(bodies).toHaveLength(5)
    expect(bodies[1]).toMatch(/^\{"ref":"ORD-[0-9A-F]{8}"\}$/)
    expect(bodies.slice(3)).toEqual([bodies[1], bodies[1]])
    await control(box, "POST", "/mappings", { "order.created": null })
    expect(Object.keys(box.sandbox.mappings()["order.created"])).toContain("order_id")
    expect(await control(box, "POST", "/mappings", { "order.lost": {} })).toMatchObject({ status: 400 })
    expect(await control(box, "POST", "/release", { order: "sideways" })).toMatchObject({ status: 400 })
  })
})

describe("pages of other origins", () => {
  afterEach(closeAll)

  /** `fetch` would overwrite the headers that a browser sets by itself. */
  async function send(box: Box, method: string, path: string, headers: Record<string, string>): Promise<number> {
    return new Promise((resolve, reject) => {
      httpRequest(box.url + path, { method, headers }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
        .once("error", reject)
        .end()
    })
  }

  it.each(["/control/hold", "/console/hold"])("cannot post to %s", async (path) => {
    const box = await start()
    const strangers: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: box.url, "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ]
    for (const headers of strangers) {
      expect(await send(box, "POST", path, headers)).toBe(403)
    }
    expect(await send(box, "POST", path, { origin: box.url })).toBeLessThan(400)
    expect(await send(box, "POST", path, { "sec-fetch-site": "same-origin" })).toBeLessThan(400)
  })

  it("cannot reach it by a name of their own", async () => {
    const box = await start()
    for (const path of ["/control/sessions", "/console"]) {
      for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1"]) {
        expect(await send(box, "GET", path, { host })).toBe(403)
      }
      for (const host of ["localhost:4010", "127.0.0.1", "[::1]:4010", "sandbox.localhost"]) {
        expect(await send(box, "GET", path, { host })).toBe(200)
      }
    }
  })

  it("cannot send the control API a form, nor frame the console", async () => {
    const box = await start()
    const headers = { ...FORM, origin: box.url }
    const answer = await fetch(`${box.url}/control/resend`, { method: "POST", headers, body: "times=1" })
    expect(answer.status).toBe(415)
    const policy = (await fetch(`${box.url}/console`)).headers.get("content-security-policy")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("default-src 'none'")
  })
})

describe("the console", () => {
  afterEach(closeAll)

  it("is linked from the first page, and shows transactions, subscriptions and every switch", async () => {
    const box = await start()
    expect(await (await fetch(box.url)).text()).toContain('href="/console"')
    const page = await (await fetch(`${box.url}/console`)).text()
    const [transaction] = box.sandbox.transactions()
    expect(page).toContain(transaction?.order_number)
    expect(page).toContain(box.sandbox.subscriptions()[0]?.id)
    expect(page).toContain("AC04: Account closed")
    expect(SWITCH_NAMES.filter((name) => !page.includes(`name="${name}"`))).toEqual([])
    expect(page).not.toMatch(/<script|DE\d{20}/)
  })

  it("settles, refunds, charges back, bounces, rebills and moves the clock, and says so once", async () => {
    const box = await start()
    const { sandbox, id } = box
    const order = sandbox.transactions()[0]?.order_number ?? ""
    expect(await submit(box, `/transactions/${id}/settle`)).toBe(`${order} is settled.`)
    expect(await (await fetch(`${box.url}/console`)).text()).not.toContain('role="status"')
    const refunded = await submit(box, `/transactions/${id}/refund`, { amount: "1.00" })
    expect(refunded).toBe(`1.00 EUR of ${order} were refunded.`)
    const all = { reason_code: "MD06", amount: "" }
    expect(await submit(box, `/transactions/${id}/chargeback`, all)).toContain("29.99 EUR")
    expect(await submit(box, "/clock", { days: "7" })).toBe("It is 2026-03-17T10:00:00.000Z now.")
    await box.pay(await box.open({ billing_type: "RECURRING", billing_frequency: "WEEKLY" }))
    expect(await submit(box, `/subscriptions/${sandbox.subscriptions()[1]?.id}/rebill`)).toBe("29.99 were collected.")
    const rebill = sandbox.transactions().at(-1)?.id ?? ""
    expect(await submit(box, `/transactions/${rebill}/bounce`, { reason_code: "AM04" })).toContain("came back with AM04")
    expect(sandbox.transactions().map(({ status }) => status)).toEqual(["settled", "approved", "approved", "declined"])
  })

  it("says why nothing was done", async () => {
    const box = await start()
    expect(await submit(box, `/transactions/${box.id}/refund`, { amount: "30" })).toMatch(/Nothing was done: Of this/)
    expect(await submit(box, `/transactions/${box.id}/refund`, { amount: "x" })).toMatch(/Nothing was done: amount: A/)
    expect(await submit(box, "/clock", { days: "-1" })).toMatch(/Nothing was done: The clock/)
    expect(await submit(box, "/switches", { "webhook-nulls": "maybe" })).toMatch(/Nothing was done: webhook-nulls: /)
    expect(await submit(box, "/faults", { payDelayMs: "-5" })).toMatch(/Nothing was done: payDelayMs: /)
  })

  it("saves switches and faults, holds, releases and sends again", async () => {
    const { url, received } = await startReceiver(200)
    const box = await start()
    box.sandbox.setWebhooks({ url, secret: "s" })
    expect(await submit(box, "/switches", { "webhook-nulls": "omitted" })).toBe("The switches are saved.")
    expect(box.sandbox.switches["webhook-nulls"]).toBe("omitted")
    expect(await submit(box, "/faults", { validateIbanDown: "on", payDelayMs: "5" })).toBe("The faults are saved.")
    expect(box.sandbox.faults).toMatchObject({ validateIbanDown: true, payDelayMs: 5, payAnswers500AfterAcceptance: false })
    await submit(box, "/hold")
    await box.pay(await box.open())
    expect(received).toHaveLength(0)
    await submit(box, "/release", { order: "reversed" })
    expect(await submit(box, "/deliveries/1/resend")).toBe("Delivery 1 was sent again.")
    expect(received.map(({ headers }) => headers["x-catalystpay-event"])).toEqual([
      "payment_session.completed",
      "order.created",
      "transaction.created",
      "payment_session.completed",
    ])
    const page = await (await fetch(`${box.url}/console`)).text()
    expect(page).toEqual(matching(/<strong>webhook-nulls<\/strong>/))
  })
})
