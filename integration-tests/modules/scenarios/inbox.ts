import { sign, type JsonValue } from "../../../sandbox/canonical-json"
import { APPROVED } from "../../http/support/ibans"
import type { Delivery } from "../../../src/modules/catalystpay/webhooks/inbox"
import { verdict } from "../../../src/modules/catalystpay/webhooks/webhook-verdict"
import { WEBHOOK_SECRET, type Bench } from "../support/bench"

const NOTHING_TO_DO = verdict(null, "noted")
const NOT_YET = verdict(null, "not_confirmed", { retry: true, details: { status: "submitting" } }).outcome

export function inbox(bench: Bench): void {
  async function receive(payload: { [key: string]: JsonValue }, account = "default", event_name = "order.created") {
    const body = Buffer.from(JSON.stringify(payload))
    return bench.service.webhooks.receive({ account, event_name, body, signature: sign(payload, WEBHOOK_SECRET) })
  }

  async function claimed(id: string): Promise<Delivery> {
    const delivery = await bench.service.webhooks.claim(id)
    if (!delivery) {
      throw new Error("The delivery could not be claimed.")
    }
    return delivery
  }

  it("keeps one row for the same webhook, however many come at once", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => receive({ order_number: "ORD-1" })))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(all.filter(({ is_new }) => is_new)).toHaveLength(1)
    const rows = await bench.knex()("catalystpay_webhook_delivery").select("received_count", "status")
    expect(rows).toEqual([{ received_count: 20, status: "received" }])
  })

  it("tells events, accounts and bodies apart", async () => {
    await receive({ order_number: "ORD-1" })
    await receive({ order_number: "ORD-2" })
    await receive({ order_number: "ORD-1" }, "other")
    await receive({ order_number: "ORD-1" }, "default", "transaction.created")
    expect(await bench.knex()("catalystpay_webhook_delivery")).toHaveLength(4)
  })

  it("gives a delivery to one of the callers who claim it at the same moment", async () => {
    const { id } = await receive({ order_number: "ORD-1" })
    const claims = await Promise.all(Array.from({ length: 20 }, () => bench.service.webhooks.claim(id)))
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1)
    expect(await bench.service.webhooks.claim(id)).toBeNull()
  })

  it("gives every delivery to one worker when several take what is due", async () => {
    const received = await Promise.all(
      Array.from({ length: 30 }, (_, index) => receive({ order_number: `ORD-${index}` })),
    )
    const shares = await Promise.all(Array.from({ length: 6 }, () => bench.service.webhooks.claimDue(10)))
    const ids = shares.flat().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const rest = await bench.service.webhooks.claimDue(100)
    expect([...ids, ...rest.map(({ id }) => id)].sort()).toEqual(received.map(({ id }) => id).sort())
  })

  it("takes a delivery back from a process that died with it", async () => {
    const { id } = await receive({ order_number: "ORD-1" })
    await bench.service.webhooks.claim(id)
    await bench.knex()("catalystpay_webhook_delivery").where({ id }).update({ next_try_at: new Date(Date.now() - 1) })
    expect(await bench.service.webhooks.claimDue(10)).toMatchObject([{ id, tries: 2 }])
  })

  it("gives no finished delivery out again, also when the webhook comes once more", async () => {
    const { id } = await receive({ order_number: "ORD-1" })
    await bench.service.webhooks.finish(await claimed(id), NOTHING_TO_DO)
    expect(await receive({ order_number: "ORD-1" })).toEqual({ id, is_new: false })
    expect(await bench.service.webhooks.claim(id)).toBeNull()
    expect(await bench.service.webhooks.claimDue(10)).toEqual([])
  })

  it("waits longer from try to try, and gives up at last", async () => {
    const { id } = await receive({ order_number: "ORD-1" })
    const pauses: (number | null | "lost")[] = []
    for (let tries = 1; tries <= 12; tries += 1) {
      await bench.knex()("catalystpay_webhook_delivery").where({ id }).update({ next_try_at: new Date(0) })
      const delivery = await bench.service.webhooks.claim(id)
      pauses.push(delivery && (await bench.service.webhooks.retry(delivery, NOT_YET)))
    }
    const growing = pauses.slice(0, -1).map(Number)
    expect([...growing].sort((a, b) => a - b)).toEqual(growing)
    expect(pauses.at(-1)).toBeNull()
    const rows = await bench.knex()("catalystpay_webhook_delivery").where({ id }).select("status", "outcome_code", "outcome_details", "tries")
    const outcome_details = { status: "submitting" }
    expect(rows).toEqual([{ status: "failed", outcome_code: "not_confirmed", outcome_details, tries: 12 }])
  })

  it("is given up with a problem, and starts anew when it is replayed", async () => {
    const { id } = await receive({ order_number: "ORD-1" })
    await bench.knex()("catalystpay_webhook_delivery").where({ id }).update({ tries: 11 })
    expect(await bench.service.webhooks.retry(await claimed(id), NOT_YET)).toBeNull()
    expect(await bench.service.problems.listOpen()).toMatchObject([
      { code: "webhook_given_up", key: `webhook_given_up:${id}`, account: "default", details: { event: "order.created" } },
    ])
    expect(await bench.service.webhooks.claim(id)).toBeNull()

    await bench.service.webhooks.replay(id)
    const replayed = await claimed(id)
    expect(replayed).toMatchObject({ tries: 1, outcome: "The API does not confirm it: the debit is submitting." })
    await bench.service.webhooks.finish(replayed, NOTHING_TO_DO)
    expect(await bench.service.webhooks.find(id)).toMatchObject({ status: "ignored", outcome_code: "noted", outcome_details: null })
    expect(await bench.service.problems.listOpen()).toEqual([])
  })

  it("knows no replay of what never came, and leaves alone what is being processed", async () => {
    await expect(bench.service.webhooks.replay("cpwh_unknown")).rejects.toMatchObject({ code: "delivery_not_found" })
    const { id } = await receive({ order_number: "ORD-1" })
    await claimed(id)
    await bench.service.webhooks.replay(id)
    expect(await bench.service.webhooks.find(id)).toMatchObject({ status: "processing", tries: 1 })
  })

  it("lets no slow process overwrite what the next one makes of a delivery, not even after a replay", async () => {
    const { id } = await receive({ order_number: "ORD-1" })
    const slow = await claimed(id)
    await bench.knex()("catalystpay_webhook_delivery").where({ id }).update({ next_try_at: new Date(0) })
    const next = await claimed(id)
    expect(await bench.service.webhooks.retry(slow, NOT_YET)).toBe("lost")
    await bench.service.webhooks.finish(slow, verdict(null, "known_already"))
    expect(await bench.service.webhooks.find(id)).toMatchObject({ status: "processing", outcome: null, tries: 2 })

    await bench.service.webhooks.finish(next, NOTHING_TO_DO)
    await bench.service.webhooks.replay(id)
    expect((await claimed(id)).tries).toBe(slow.tries)
    await bench.service.webhooks.finish(slow, verdict(null, "known_already"))
    expect(await bench.service.webhooks.find(id)).toMatchObject({ status: "processing", outcome: "Noted; it asks for nothing." })
  })

  it("opens a problem for an event that must be about a debit and does not say about which", async () => {
    const { id } = await receive({ status: "COMPLETED", amount: "29.99" }, "default", "payment_session.completed")
    await bench.service.webhooks.finish(await claimed(id), NOTHING_TO_DO)
    expect(await bench.service.problems.listOpen()).toMatchObject([{ code: "event_unmatched", key: `event_unmatched:${id}` }])
  })

  it.each([
    ["order.created", {}],
    ["subscription.created", { status: "ACTIVE" }],
    ["payment_session.completed", { session_token: "ps_of_another_shop" }],
  ])("opens no problem for %s with %j, which concerns others", async (event, payload) => {
    const { id } = await receive(payload, "default", event)
    await bench.service.webhooks.finish(await claimed(id), NOTHING_TO_DO)
    expect(await bench.service.problems.listOpen()).toEqual([])
  })

  it("keeps no IBAN of a webhook in clear", async () => {
    await receive({ lead: { iban: APPROVED }, "transaction.iban": APPROVED.toLowerCase() })
    const rows = await bench.knex()("catalystpay_webhook_delivery").select("payload")
    expect(rows).toEqual([{ payload: { lead: { iban: "DE** **** 3000" }, "transaction.iban": "DE** **** 3000" } }])
  })

  it("writes nothing when the signature does not match", async () => {
    const webhook = {
      account: "default",
      event_name: "order.created",
      body: Buffer.from("{}"),
      signature: "0".repeat(64),
    }
    await expect(bench.service.webhooks.receive(webhook)).rejects.toMatchObject({ code: "webhook_signature_invalid" })
    expect(await bench.knex()("catalystpay_webhook_delivery")).toEqual([])
  })
}
