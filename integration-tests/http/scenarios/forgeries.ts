import { createHmac } from "node:crypto"
import { sign } from "../../../sandbox/canonical-json"
import { WEBHOOK_SECRET } from "../support/environment"
import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import { OWN_HOOK, signBytes, type Payload } from "../support/webhook-sender"

const GENUINE: Payload = { session_token: "forged", status: "COMPLETED", amount: "20.71", currency: "EUR" }
const LIMIT = 256 * 1024

export function forgeries(shop: Shop): void {
  const genuine = sign(GENUINE, WEBHOOK_SECRET)

  const badSignatures: [string, string | null][] = [
    ["made with another secret", sign(GENUINE, "whsec_other")],
    ["made with an empty secret", createHmac("sha256", "").update(JSON.stringify(GENUINE)).digest("hex")],
    ["missing", null],
    ["empty", ""],
    ["cut", genuine.slice(0, 63)],
    ["longer than a signature", `${genuine}0`],
    ["not hexadecimal", `z${genuine.slice(1)}`],
    ["of another body", sign({ ...GENUINE, amount: "20.72" }, WEBHOOK_SECRET)],
  ]

  it("is refused with 401, and not written down, when its signature is not right", async () => {
    for (const [what, signature] of badSignatures) {
      const { status, body } = await shop.webhooks.send(GENUINE, { signature })
      expect({ what, status, body }).toMatchObject({
        what,
        status: 401,
        body: { type: "unauthorized", code: "webhook_signature_invalid" },
      })
    }
    expect(await shop.database.count("catalystpay_webhook_delivery")).toBe(0)
  })

  it("is refused when it is signed for an account that does not exist", async () => {
    const path = "/hooks/catalystpay/nobody"
    expect(await shop.webhooks.send(GENUINE, { path })).toMatchObject({
      status: 404,
      body: { code: "account_unknown" },
    })
    expect(await shop.webhooks.send(GENUINE, { path: "/hooks/catalystpay/__proto__" })).toMatchObject({ status: 404 })
    expect(await shop.database.count("catalystpay_webhook_delivery")).toBe(0)
  })

  it("is refused with 413 when it is larger than any webhook", async () => {
    const body = JSON.stringify({ ...GENUINE, filler: "x".repeat(LIMIT) })
    expect(await shop.webhooks.sendBytes(body)).toMatchObject({ status: 413, body: { code: "webhook_too_large" } })
    const huge = JSON.stringify({ ...GENUINE, filler: "x".repeat(8 * LIMIT) })
    expect(await shop.webhooks.sendBytes(huge)).toMatchObject({ status: 413, body: { code: "webhook_too_large" } })
    expect(await shop.database.count("catalystpay_webhook_delivery")).toBe(0)
  })

  it("is taken when it is exactly as large as allowed", async () => {
    const empty = JSON.stringify({ filler: "" })
    const body = JSON.stringify({ filler: "x".repeat(LIMIT - empty.length) })
    expect((await shop.webhooks.sendBytes(body)).status).toBe(200)
  })

  const badBodies: [string, Buffer][] = [
    ["not JSON", Buffer.from("session_token=forged&status=COMPLETED")],
    ["empty", Buffer.alloc(0)],
    ["a list", Buffer.from("[]")],
    ["null", Buffer.from("null")],
    ["JSON that ends early", Buffer.from('{"session_token":"forged"')],
    ["not UTF-8", Buffer.concat([Buffer.from('{"session_token":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])],
    ["nested without end", Buffer.from(`${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`)],
  ]

  it("is refused with 400 when it is signed and no JSON object", async () => {
    for (const [what, bytes] of badBodies) {
      const { status, body } = await shop.webhooks.sendBytes(bytes)
      expect({ what, status, body }).toMatchObject({ what, status: 400, body: { code: "webhook_not_json" } })
    }
    expect(await shop.database.count("catalystpay_webhook_delivery")).toBe(0)
  })

  it("is refused in the query string too when its signature is not right", async () => {
    const headers = { "x-catalystpay-event": "payment_session.completed", "x-catalystpay-signature": genuine }
    const path = `${OWN_HOOK}?session_token=other&status=COMPLETED`
    expect(await shop.http.send("GET", path, null, headers)).toMatchObject({ status: 401 })
    expect(await shop.http.send("GET", `${OWN_HOOK}?a[b][c]=1&a[b]=2`, null, headers)).toMatchObject({ status: 401 })
    expect(await shop.http.send("GET", OWN_HOOK, null, {})).toMatchObject({ status: 401 })
    expect(await shop.database.count("catalystpay_webhook_delivery")).toBe(0)
  })

  it("needs no event name, and with an unknown one it asks for nothing", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    const { session_token } = await shop.database.debit(shopper.sessionId)
    const payload = { session_token: String(session_token), status: "COMPLETED" }
    expect((await shop.webhooks.send(payload, { event: "" })).status).toBe(200)
    expect((await shop.webhooks.send(payload, { event: "payment_session.imagined" })).status).toBe(200)
    const rows = await eventually(
      () => shop.database.deliveries(),
      (found) => found.length === 2 && found.every(({ status }) => status === "processed"),
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual(Array(2).fill("Noted; it asks for nothing."))
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "ready" })
  })

  it("is ignored when it speaks of a session of nobody, and a stranger's open cart stays open", async () => {
    const stranger = shop.newShopper()
    await stranger.goToPayment()
    await stranger.giveBankAccount(APPROVED)
    expect((await shop.webhooks.send(GENUINE)).status).toBe(200)
    const [row] = await eventually(() => shop.database.deliveries(), ([found]) => found?.status === "ignored")
    expect(row).toMatchObject({ debit_id: null, outcome: "No debit of this store carries the ids in this webhook." })
    expect(await stranger.cartIsOpen()).toBe(true)
    expect(await shop.database.count("order")).toBe(0)
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate"])
  })

  it("is kept with its IBANs masked", async () => {
    const spaced = APPROVED.replace(/(.{4})/g, "$1 ")
    const payload = {
      session_token: "forged",
      "lead.iban": APPROVED,
      lead: { iban: spaced, note: `please use ${spaced.toLowerCase()}` },
      [APPROVED]: "as a key",
    }
    expect((await shop.webhooks.send(payload)).status).toBe(200)
    const [row] = await eventually(() => shop.database.deliveries(), ([found]) => found?.status === "ignored")
    expect(row?.payload).toMatchObject({ session_token: "forged", "lead.iban": "DE** **** 3000" })
    expect(row?.payload).toMatchObject({ lead: { iban: "DE** **** 3000" }, "DE** **** 3000": "as a key" })
  })

  it("is kept although its text holds what the database's JSON can't", async () => {
    const answer = await shop.webhooks.sendBytes('{"session_token":"forged\\u0000","name":"half \\ud83d","\\u0000":[null]}')
    expect(answer.status).toBe(200)
    const [row] = await eventually(() => shop.database.deliveries(), ([found]) => found?.status === "ignored")
    expect(row?.payload).toEqual({ session_token: "forged\ufffd", name: "half \ufffd", "\ufffd": [null] })
  })

  it("is the same webhook however its JSON is written", async () => {
    const pretty = JSON.stringify(GENUINE, null, 2)
    expect((await shop.webhooks.send(GENUINE)).status).toBe(200)
    expect((await shop.webhooks.sendBytes(pretty, { signature: genuine })).status).toBe(200)
    expect((await shop.webhooks.sendBytes(pretty, { signature: signBytes(pretty).toUpperCase() })).status).toBe(200)
    const rows = await shop.database.deliveries()
    expect(rows.map(({ received_count }) => received_count)).toEqual([3])
  })
}
