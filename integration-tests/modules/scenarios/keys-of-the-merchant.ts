import { sign, type JsonValue } from "../../../sandbox/canonical-json"
import type { WebhookVerdict } from "../../../src/modules/catalystpay/webhooks/webhook-news"
import { APPROVED } from "../../http/support/ibans"
import { readyDebit, WEBHOOK_SECRET, type Bench } from "../support/bench"

type Payload = { [key: string]: JsonValue }

export function keysOfTheMerchant(bench: Bench): void {
  async function receive(account: string, payload: Payload, secret = WEBHOOK_SECRET) {
    const body = Buffer.from(JSON.stringify(payload))
    const event_name = "payment_session.completed"
    return bench.service.webhooks.receive({ account, event_name, body, signature: sign(payload, secret) })
  }

  async function apply(account: string, payload: Payload): Promise<WebhookVerdict> {
    const { id } = await receive(account, payload)
    const delivery = await bench.service.webhooks.claim(id)
    if (!delivery) {
      throw new Error("The delivery could not be claimed.")
    }
    return bench.service.webhooks.apply(delivery)
  }

  async function approvedDebit(account: string) {
    return bench.service.advance(await readyDebit(bench, APPROVED, { account }))
  }

  it.each<[string, (token: string) => Payload]>([
    ["nested", (token) => ({ checkout: { id: token }, Totals: { Gross: "29.99" }, state: "COMPLETED" })],
    ["as they are spelt", (token) => ({ "checkout.id": token, "Totals.Gross": "29.990", state: "completed" })],
    ["in other cases", (token) => ({ Checkout: { ID: token }, totals: { gross: "29.99" }, State: "Completed" })],
  ])("confirms a debit when its keys stand in the account's fieldMap, %s", async (_how, payload) => {
    const debit = await approvedDebit("renamed")
    expect(await apply("renamed", payload(String(debit.session_token)))).toMatchObject({
      debit_id: debit.id,
      moved: true,
      outcome: { code: "confirmed" },
    })
  })

  it("heeds the amount and the status under the keys that the fieldMap names", async () => {
    const debit = await approvedDebit("renamed")
    const checkout = { id: String(debit.session_token) }
    expect(await apply("renamed", { checkout, Totals: { Gross: "1.00" }, amount: "29.99" })).toMatchObject({
      moved: false,
      outcome: { code: "other_money" },
    })
    expect(await apply("renamed", { checkout, state: "EXPIRED", status: "COMPLETED" })).toMatchObject({
      moved: false,
      outcome: { code: "noted" },
    })
  })

  it("tells the merchant what to map when no fieldMap explains the keys", async () => {
    const debit = await approvedDebit("default")
    expect(await apply("default", { checkout: { id: String(debit.session_token) } })).toMatchObject({
      debit_id: null,
      outcome: { code: "names_no_debit" },
    })
  })

  it("that came to the account of another key moves nothing, although its signature is right: live is not test", async () => {
    const debit = await approvedDebit("default")
    const payload = { session_token: String(debit.session_token), status: "COMPLETED", amount: "29.99", currency: "EUR" }
    expect(await apply("stranger", payload)).toEqual({
      debit_id: null,
      payment_session_id: null,
      moved: false,
      retry: false,
      outcome: { code: "other_account", details: null },
    })
    expect(await bench.service.findById(debit.id)).toMatchObject({ confirmed_at: null })
    expect(await apply("other", payload)).toMatchObject({ debit_id: debit.id, moved: true, outcome: { code: "confirmed" } })
  })

  it("accepts the old and the new secret while they are rotated, and the new one alone afterwards", async () => {
    const payload = { order_number: "ORD-1" }
    await receive("rotating", payload, "whsec_next")
    await receive("rotating", payload)
    await receive("rotated", payload, "whsec_next")
    await expect(receive("rotated", payload)).rejects.toMatchObject({ code: "webhook_signature_invalid" })
    const rows = await bench.knex()("catalystpay_webhook_delivery").select("account", "received_count").orderBy("account")
    expect(rows).toEqual([
      { account: "rotated", received_count: 1 },
      { account: "rotating", received_count: 2 },
    ])
  })

  it("says that a secret was written with white space around it", async () => {
    await expect(receive("mistyped", { order_number: "ORD-1" })).rejects.toMatchObject({
      code: "webhook_signature_invalid",
      message: expect.stringContaining("without the white space around it") as unknown,
    })
  })
}
