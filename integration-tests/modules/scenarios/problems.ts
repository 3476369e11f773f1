import { sign, type JsonValue } from "../../../sandbox/canonical-json"
import { APPROVED } from "../../http/support/ibans"
import { purchase, readyDebit, WEBHOOK_SECRET, type Bench } from "../support/bench"

export function problems(bench: Bench): void {
  const open = async () => (await bench.service.problems.listOpen()).map(({ key }) => key).sort()
  const watch = () => bench.service.upkeep.watch.run()

  async function receive(payload: { [key: string]: JsonValue }, account: string, signature = sign(payload, WEBHOOK_SECRET)): Promise<unknown> {
    const body = Buffer.from(JSON.stringify(payload))
    return bench.service.webhooks.receive({ account, event_name: "order.created", body, signature }).catch((error: unknown) => error)
  }

  const badly = async (account: string, times: number) => {
    for (let index = 0; index < times; index += 1) {
      expect(await receive({ index }, account, "0".repeat(64))).toMatchObject({ code: "webhook_signature_invalid" })
    }
  }

  it("is opened by the fifth bad signature within an hour, and closed when a good one came after", async () => {
    await receive({ before: true }, "other")
    await badly("other", 4)
    expect(await open()).toEqual([])
    await badly("other", 1)
    expect(await open()).toEqual(["webhook_signature_failing:other"])
    await watch()
    expect(await open()).toEqual(["webhook_signature_failing:other"])
    expect(await bench.knex()("catalystpay_webhook_delivery")).toHaveLength(1)
    await receive({ after: true }, "other")
    await watch()
    expect(await open()).toEqual([])
  })

  it("of bad signatures is opened once an hour, so that nobody floods the merchant from outside", async () => {
    await badly("rotating", 5)
    await receive({ good: true }, "rotating")
    await watch()
    await badly("rotating", 5)
    expect(await open()).toEqual([])
  })

  it("is not opened for an account that does not exist", async () => {
    for (let index = 0; index < 6; index += 1) {
      expect(await receive({ index }, "nobody", "0")).toMatchObject({ code: "account_unknown" })
    }
    expect(await open()).toEqual([])
  })

  it("is opened when debits wait for half an hour and no webhook comes, and closed when one comes", async () => {
    const { id } = await bench.service.advance(await readyDebit(bench, APPROVED))
    await watch()
    expect(await open()).toEqual([])
    await bench.knex().raw("update catalystpay_debit set approved_at = now() - interval '31 minutes' where id = ?", [id])
    await watch()
    await watch()
    expect(await open()).toEqual(["webhooks_silent:default"])
    // One webhook profile serves all accounts of a tenant.
    await receive({ order_number: "ORD-1" }, "other")
    await watch()
    expect(await open()).toEqual([])
    await watch()
    expect(await open()).toEqual([])
  })

  it("is not opened while the debits that wait are confirmed or webhooks come for others", async () => {
    const { id } = await bench.service.advance(await readyDebit(bench, APPROVED))
    await bench.knex().raw("update catalystpay_debit set approved_at = now() - interval '31 minutes', confirmed_at = now() where id = ?", [id])
    await watch()
    expect(await open()).toEqual([])
    await bench.knex().raw("update catalystpay_debit set confirmed_at = null where id = ?", [id])
    await receive({ order_number: "ORD-1" }, "default")
    await watch()
    expect(await open()).toEqual([])
  })

  it("is opened when CatalystPay refuses the key, and closed as soon as it takes it", async () => {
    bench.gateway.script("create", { status: 401, body: { detail: "Invalid API key.", status_code: 401 } })
    await expect(bench.service.open(purchase({ account: "scripted" }))).rejects.toMatchObject({ name: "CatalystPayError" })
    expect(await open()).toEqual(["gateway_credentials_rejected:scripted"])
    await watch()
    expect(await open()).toEqual(["gateway_credentials_rejected:scripted"])
    bench.gateway.reset()
    await bench.service.open(purchase({ account: "scripted" }))
    expect(await open()).toEqual([])
  })

  it("that another server has opened is closed by one that sees the key being accepted", async () => {
    await bench.service.open(purchase({ account: "scripted" }))
    await bench.service.problems.open({ code: "gateway_credentials_rejected", subject: "scripted", account: "scripted" })
    await watch()
    expect(await open()).toEqual(["gateway_credentials_rejected:scripted"])
    await bench.service.open(purchase({ account: "scripted" }))
    await watch()
    expect(await open()).toEqual([])
  })

  it("about a webhook is closed when the webhook is deleted", async () => {
    await bench.service.problems.open({ code: "webhook_given_up", subject: "cpwh_gone", account: "default" })
    await bench.service.problems.open({ code: "refund_overdue", subject: "cpdeb_1" })
    await watch()
    expect(await open()).toEqual(["refund_overdue:cpdeb_1"])
  })

  it("is found open and closed, page by page", async () => {
    for (const subject of ["one", "two", "three"]) {
      await bench.service.problems.open({ code: "refund_overdue", subject, debit_id: subject })
    }
    await bench.service.problems.close("refund_overdue", "one")
    const page = { limit: 1, offset: 1 }
    const [openOnes, count] = await bench.service.problems.list({ closed: false }, page)
    expect({ count, ids: openOnes.map(({ debit_id }) => debit_id) }).toEqual({ count: 2, ids: ["two"] })
    const [closedOnes] = await bench.service.problems.list({ closed: true, code: "refund_overdue" }, { limit: 10, offset: 0 })
    expect(closedOnes.map(({ debit_id }) => debit_id)).toEqual(["one"])
    expect((await bench.service.problems.list({ closed: false, debit_id: "nobody" }, page))[1]).toBe(0)
  })
}
