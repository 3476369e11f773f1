import type { SandboxOptions } from "../../sandbox"
import { closeAll, startBox, startReceiver } from "./support"

const START = new Date("2026-01-31T10:00:00Z")

async function subscribed(terms: Record<string, unknown>, options: SandboxOptions = {}) {
  const { url, received } = await startReceiver(200)
  const box = await startBox({ webhooks: { url, secret: "s" }, clock: () => START, ...options })
  const token = await box.open({ amount: "9.99", ...terms })
  const { body } = await box.pay(token, { tenant_reference_id: "first" })
  await box.sandbox.settled()
  const events = async () => {
    await box.sandbox.settled()
    return received.map(({ headers }) => headers["x-catalystpay-event"])
  }
  return { box, sandbox: box.sandbox, body, received, events, id: box.sandbox.subscriptions()[0]?.id ?? "" }
}

const MONTHLY = { billing_type: "RECURRING", billing_frequency: "MONTHLY" }

describe("subscriptions and the clock", () => {
  afterEach(closeAll)

  it("begin when a recurring session completes, as the answer of pay says", async () => {
    const { sandbox, body, events, received } = await subscribed(MONTHLY)
    const [subscription] = sandbox.subscriptions()
    expect(body.subscription).toEqual({
      id: subscription?.id,
      status: "ACTIVE",
      billing_frequency: "MONTHLY",
      next_billing_date: "2026-02-28",
    })
    expect(subscription).toMatchObject({
      billing_amount: "9.99",
      start_date: "2026-01-31",
      next_billing_date: "2026-02-28",
      last_billing_date: "2026-01-31",
      billing_anchor_date: "2026-01-31",
      trial_end_date: null,
      cancelled_at: null,
      successful_billing_count: 1,
      failed_billing_count: 0,
      total_revenue: "9.99",
    })
    const names = ["transaction.created", "order.created", "subscription.created", "payment_session.completed"]
    expect(await events()).toEqual(names)
    expect(JSON.parse(received[2]?.body ?? "")).toMatchObject({
      subscription_id: subscription?.id,
      status: "ACTIVE",
      order_number: body.order_number,
    })
  })

  it("do not begin with a one-off payment", async () => {
    const { sandbox, events } = await subscribed({ billing_type: "ONE_OFF" })
    expect(sandbox.subscriptions()).toEqual([])
    expect(await events()).toEqual(["transaction.created", "order.created", "payment_session.completed"])
  })

  it("are rebilled on each day that the clock passes, a 31st at the end of shorter months", async () => {
    const { sandbox, received } = await subscribed(MONTHLY)
    const now = sandbox.clock.move({ days: 60 })
    expect(now).toEqual(new Date("2026-04-01T10:00:00Z"))
    expect(sandbox.clock.now()).toEqual(now)
    const rebills = sandbox.transactions().filter(({ type }) => type === "sdd_rebill")
    expect(rebills).toMatchObject([
      { created_at: "2026-02-28T00:00:00.000Z", amount: "9.99", tenant_reference_id: null, status: "approved" },
      { created_at: "2026-03-31T00:00:00.000Z" },
    ])
    expect(sandbox.subscriptions()).toMatchObject([
      { next_billing_date: "2026-04-30", last_billing_date: "2026-03-31", total_revenue: "29.97" },
    ])
    await sandbox.settled()
    expect(received.slice(4).map(({ headers }) => headers["x-catalystpay-event"])).toEqual([
      "transaction.created",
      "transaction.created",
    ])
    expect(JSON.parse(received[4]?.body ?? "")).toMatchObject({ type: "sdd_rebill", tenant_reference_id: null })
  })

  it("end their trial with the first regular billing", async () => {
    const { sandbox } = await subscribed({
      billing_type: "TRIAL_RECURRING",
      billing_frequency: "WEEKLY",
      trial_interval_unit: "day",
      trial_period: 3,
    })
    expect(sandbox.subscriptions()).toMatchObject([
      { trial_end_date: "2026-02-03", next_billing_date: "2026-02-03", billing_anchor_date: "2026-02-03" },
    ])
    sandbox.clock.move({ days: 10 })
    const [subscription] = sandbox.subscriptions()
    expect(subscription).toMatchObject({ next_billing_date: "2026-02-17", successful_billing_count: 3 })
  })

  it("without a frequency are billed by hand only", async () => {
    const { sandbox, id } = await subscribed({ billing_type: "RECURRING" })
    sandbox.clock.move({ days: 3653 })
    expect(sandbox.transactions()).toHaveLength(1)
    expect(sandbox.rebill(id)).toMatchObject({ type: "sdd_rebill", subscription_id: id })
  })

  it("change their status when a debit bounces, when the next one succeeds, and for good by a chargeback", async () => {
    const { sandbox, id, events } = await subscribed(MONTHLY)
    const rebill = sandbox.rebill(id)
    sandbox.bounce(rebill.id, "AC04")
    expect(sandbox.subscriptions()).toMatchObject([
      { status: "PAST_DUE", successful_billing_count: 1, failed_billing_count: 1, total_revenue: "9.99" },
    ])
    sandbox.rebill(id)
    expect(sandbox.subscriptions()).toMatchObject([{ status: "ACTIVE", next_billing_date: "2026-04-30" }])
    sandbox.chargeBack(sandbox.transactions()[0]?.id ?? "", { reason_code: "MD01" })
    expect(sandbox.subscriptions()).toMatchObject([{ status: "CHARGEDBACK" }])
    expect((await events()).slice(4)).toEqual([
      "transaction.created",
      "transaction.status_changed",
      "subscription.status_changed",
      "transaction.created",
      "subscription.status_changed",
      "chargeback.created",
      "subscription.status_changed",
    ])
    expect(() => sandbox.rebill(id)).toThrow("is CHARGEDBACK; it can't be billed")
    sandbox.clock.move({ days: 400 })
    expect(sandbox.transactions()).toHaveLength(3)
  })

  it("count as part of their order: a refund of all debits makes it refunded", async () => {
    const { sandbox, id } = await subscribed(MONTHLY)
    const rebill = sandbox.rebill(id)
    expect(sandbox.refund(rebill.id).order_status).toBe("PARTIALLY_REFUNDED")
    expect(sandbox.refund(sandbox.transactions()[0]?.id ?? "").order_status).toBe("REFUNDED")
  })

  it("the clock runs on, and moves forward only", async () => {
    let base = START
    const { sandbox, box } = await subscribed(MONTHLY, { clock: () => base })
    sandbox.clock.move({ hours: 1, minutes: 1, seconds: 1 })
    base = new Date(START.getTime() + 1_000)
    expect(sandbox.clock.now()).toEqual(new Date("2026-01-31T11:01:02Z"))
    for (const step of [{ days: -1 }, { hours: 0.5 }, { days: 4000 }, { seconds: Number.NaN }]) {
      expect(() => sandbox.clock.move(step)).toThrow("moves forward by whole days")
    }
    await box.pay(await box.open())
    expect(sandbox.transactions().at(-1)?.created_at).toBe("2026-01-31T11:01:02.000Z")
  })
})
