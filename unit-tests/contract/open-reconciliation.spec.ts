import { all, closeStages, eachAnswer, newReference, startReceiver, startStage, type Stage } from "./support"

const MONTHLY = { billing_type: "RECURRING", billing_frequency: "MONTHLY" }
const EVERYTHING = { start_date: "2026-04-01", end_date: "2026-06-30" }

afterEach(closeStages)

const at = (moment: string) => ({ clock: () => new Date(moment) })

async function paid(stage: Stage, overrides: Record<string, unknown> = {}): Promise<string> {
  return (await stage.submit(await stage.open(overrides))).transaction?.id ?? ""
}

describe("what is open about reconciliation, and what the client makes of each answer", () => {
  it.each(eachAnswer("reconciliation-end", { inclusive: 1, exclusive: 0 }))(
    "[13-reconciliation-end] windows that overlap by a day miss nothing, the end being %s",
    async (_, switches, rows) => {
      const stage = await startStage({ switches, ...at("2026-04-11T12:00:00Z") })
      await paid(stage)
      const window = (start_date: string, end_date: string) => all(stage.client.transactions({ start_date, end_date }))
      expect(await window("2026-04-10", "2026-04-11")).toHaveLength(rows)
      expect(await window("2026-04-10", "2026-04-12")).toHaveLength(1)
    },
  )

  it.each(eachAnswer("reconciliation-order", { ascending: ["1.00", "2.00"], descending: ["2.00", "1.00"] }))(
    "[13-reconciliation-order] every row comes once over all pages, %s",
    async (_, switches, amounts) => {
      const stage = await startStage({ switches, ...at("2026-04-11T12:00:00Z") })
      await paid(stage, { amount: "1.00" })
      stage.sandbox.clock.move({ hours: 1 })
      await paid(stage, { amount: "2.00" })
      const rows = await all(stage.client.transactions({ ...EVERYTHING, page_size: 1 }))
      expect(rows.map(({ amount }) => amount)).toEqual(amounts)
    },
  )

  it.each(eachAnswer("reconciliation-day", { UTC: [1, 0], "Europe/Berlin": [0, 1] }))(
    "[13-reconciliation-day] a debit of half past eleven is found in both days: midnight of %s",
    async (_, switches, counts) => {
      const stage = await startStage({ switches, ...at("2026-04-11T23:30:00Z") })
      await paid(stage)
      const on = (day: string) => all(stage.client.transactions({ start_date: day, end_date: day }))
      expect([(await on("2026-04-11")).length, (await on("2026-04-12")).length]).toEqual(counts)
      expect(await all(stage.client.transactions({ start_date: "2026-04-11", end_date: "2026-04-12" }))).toHaveLength(1)
    },
  )

  it.each(eachAnswer("reconciliation-unprocessed", { hidden: [], shown: [null] }))(
    "[13-unprocessed] transactions that are not processed are read, where they are %s",
    async (_, switches, processed) => {
      const stage = await startStage({ switches, ...at("2026-04-11T12:00:00Z") })
      const token = await stage.start()
      await stage.submit(token, { iban: "DE56100500009000000001" })
      const rows = await all(stage.client.transactions(EVERYTHING))
      expect(rows.map(({ date_processed }) => date_processed)).toEqual(processed)
      await stage.decide(token, "sign")
      await stage.client.verify(token, {})
      expect(await all(stage.client.transactions(EVERYTHING))).toMatchObject([{ status: "approved" }])
    },
  )

  it.each(eachAnswer("reconciliation-amounts", { text: "string", number: "number" }))(
    "[13-amounts] amounts are read to the cent, written as %s",
    async (_, switches, type) => {
      const stage = await startStage({ switches, ...at("2026-04-11T12:00:00Z") })
      const debit = await paid(stage, { ...MONTHLY, amount: "1234567.80" })
      stage.sandbox.chargeBack(debit, { reason_code: "MD06", amount: "0.10" })
      const { body } = await stage.request("GET", "/reconciliation/transactions/?start_date=2026-04-01", undefined, {
        authorization: "Bearer rk_sandbox",
      })
      expect(JSON.stringify(body)).toContain(type === "string" ? '"amount":"1234567.80"' : '"amount":1234567.8')
      const transactions = await all(stage.client.transactions(EVERYTHING))
      expect(transactions.map(({ amount }) => amount)).toEqual(["1234567.80"])
      expect((await all(stage.client.chargebacks(EVERYTHING))).map(({ amount }) => amount)).toEqual(["0.10"])
      const subscriptions = await all(stage.client.subscriptions(EVERYTHING))
      expect(subscriptions.map(({ billing_amount }) => billing_amount)).toEqual(["1234567.80"])
    },
  )

  it.each(
    eachAnswer("subscription-dates", {
      date: ["2026-04-11", "2026-05-11"],
      datetime: ["2026-04-11T00:00:00Z", "2026-05-11T00:00:00Z"],
    }),
  )("[13-dates] dates of subscriptions are read, each written as a %s", async (_, switches, dates) => {
    const stage = await startStage({ switches, ...at("2026-04-11T12:00:00Z") })
    await paid(stage, MONTHLY)
    const rows = await all(stage.client.subscriptions(EVERYTHING))
    expect(rows.map(({ start_date, next_billing_date }) => [start_date, next_billing_date])).toEqual([dates])
  })

  it.each(eachAnswer("chargeback-transaction", { catalystpay: true, processor: false }))(
    "[13-chargeback-transaction] a chargeback is matched by its reference, its transaction_id being of %s",
    async (_, switches, own) => {
      const stage = await startStage({ switches, ...at("2026-04-11T12:00:00Z") })
      const tenant_reference_id = newReference()
      const { transaction } = await stage.submit(await stage.start(), { tenant_reference_id })
      stage.sandbox.chargeBack(transaction?.id ?? "", { reason_code: "MD06" })
      const rows = await all(stage.client.chargebacks(EVERYTHING))
      expect(rows).toMatchObject([
        { tenant_reference_id, merchant_transaction_id: transaction?.merchant_transaction_id },
      ])
      expect(rows[0]?.transaction_id).toBe(own ? transaction?.id : transaction?.gateway_reference)
    },
  )

  it.each(eachAnswer("reconciliation-default-end", { "90-days": 1, today: 0 }))(
    "[13-default-end] a window with an end of its own is what it says, if one without ends after %s",
    async (_, switches, later) => {
      let now = "2026-04-11T12:00:00Z"
      const stage = await startStage({ switches, clock: () => new Date(now) })
      await paid(stage)
      now = "2026-04-10T12:00:00Z"
      expect(await all(stage.client.transactions({ start_date: "2026-04-01" }))).toHaveLength(later)
      expect(await all(stage.client.transactions(EVERYTHING))).toHaveLength(1)
    },
  )

  it.each(eachAnswer("transaction-words", { settled: "settled", unseen: "paid_out" }))(
    "[7-transaction-words] a word for settled money is handed on as it is: %s",
    async (_, switches, status) => {
      const stage = await startStage({ switches, ...at("2026-04-11T12:00:00Z") })
      stage.sandbox.settle(await paid(stage))
      expect(await all(stage.client.transactions(EVERYTHING))).toMatchObject([{ status, raw_status: status }])
    },
  )

  it.each(eachAnswer("refund-reference", { original: true, null: false }))(
    "[11-refund-reference] a refund carries the debit's reference or none: %s",
    async (_, switches, carried) => {
      const stage = await startStage({ switches, ...at("2026-04-11T12:00:00Z") })
      const tenant_reference_id = newReference()
      const { transaction } = await stage.submit(await stage.start(), { tenant_reference_id })
      stage.sandbox.refund(transaction?.id ?? "")
      const rows = await all(stage.client.transactions({ ...EVERYTHING, type: ["sdd_refund"] }))
      expect(rows.map((row) => row.tenant_reference_id)).toEqual([carried ? tenant_reference_id : null])
    },
  )
})

describe("what is open about the events of later days, and what the client makes of each answer", () => {
  /** The names of the events that something sends. */
  async function eventsOf(stage: Stage, act: () => unknown): Promise<string[]> {
    await stage.sandbox.settled()
    const before = stage.sandbox.deliveries.length
    act()
    await stage.sandbox.settled()
    return stage.sandbox.deliveries.slice(before).map(({ event }) => event)
  }

  it.each(
    eachAnswer("refund-event", {
      "transaction.created": ["transaction.created"],
      "transaction.imported": ["transaction.imported"],
      none: [],
    }),
  )("[11-refund-event] a refund is found in reconciliation, whatever tells of it: %s", async (_, switches, events) => {
    const { url } = await startReceiver(200)
    const webhooks = { url, secret: "whsec_contract" }
    const stage = await startStage({ switches, webhooks, ...at("2026-04-11T12:00:00Z") })
    const debit = await paid(stage)
    expect(await eventsOf(stage, () => stage.sandbox.refund(debit))).toEqual(events)
    expect(await all(stage.client.transactions({ ...EVERYTHING, type: ["sdd_refund"] }))).toHaveLength(1)
  })

  it.each(
    eachAnswer("chargeback-event", {
      "chargeback.created": ["chargeback.created"],
      "chargeback.imported": ["chargeback.imported"],
    }),
  )("[9.1-chargeback-event] a chargeback is found in reconciliation, told of by %s", async (_, switches, events) => {
    const { url } = await startReceiver(200)
    const webhooks = { url, secret: "whsec_contract" }
    const stage = await startStage({ switches, webhooks, ...at("2026-04-11T12:00:00Z") })
    const debit = await paid(stage)
    expect(await eventsOf(stage, () => stage.sandbox.chargeBack(debit, { reason_code: "MD06" }))).toEqual(events)
    expect(await all(stage.client.chargebacks(EVERYTHING))).toHaveLength(1)
  })

  it("[9.1-status-changed] [9.1-subscription] settlement, return and subscription have theirs", async () => {
    const { url } = await startReceiver(200)
    const stage = await startStage({ webhooks: { url, secret: "whsec_contract" }, ...at("2026-04-11T12:00:00Z") })
    const debit = await paid(stage, MONTHLY)
    expect(await eventsOf(stage, () => stage.sandbox.settle(debit))).toEqual(["transaction.status_changed"])
    expect(await eventsOf(stage, () => stage.sandbox.bounce(debit, "AM04"))).toEqual([
      "transaction.status_changed",
      "subscription.status_changed",
    ])
    expect(stage.sandbox.deliveries.map(({ event }) => event)).toContain("subscription.created")
  })
})
