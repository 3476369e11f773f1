import { DEFAULT_GATEWAY_ID } from "../../sandbox"
import { CHARGEBACK, SUBSCRIPTION, TRANSACTION } from "../gateway/rows"
import { all, closeStages, DECLINED, failureOf, KEY, keysOf, lead, newReference, NOBODY } from "./support"
import { startEcho, startStage, type Stage } from "./support"

const START = "2026-04-11"
const WINDOW = { start_date: START, end_date: "2026-04-20" }
const MONTHLY = { billing_type: "RECURRING", billing_frequency: "MONTHLY" }
/** Of these the client keeps the last four characters, or nothing. */
const UNREAD = ["iban", "customer_name_csv", "order_id"]
const atNoon = () => new Date("2026-04-11T12:00:00Z")

afterEach(closeStages)

/** Pays a session to its end and hands its transaction's id back. */
async function paid(stage: Stage, overrides: Record<string, unknown> = {}): Promise<string> {
  const token = await stage.open(overrides)
  return (await stage.submit(token)).transaction?.id ?? ""
}

async function raw(stage: Stage, path: string, query: Record<string, string>, headers: Record<string, string> = KEY) {
  return stage.request("GET", `/reconciliation/${path}/?${new URLSearchParams(query).toString()}`, undefined, headers)
}

describe("a listing", () => {
  it.each(["transactions", "chargebacks", "subscriptions"])(
    "[2-reconciliation-key] [3-endpoints] of %s needs an API key",
    async (path) => {
      const stage = await startStage()
      const token = await stage.open()
      expect((await raw(stage, path, WINDOW)).status).toBe(200)
      expect((await raw(stage, path, WINDOW, {})).status).toBe(401)
      expect((await raw(stage, path, WINDOW, { authorization: `Bearer ${token}` })).status).toBe(401)
    },
  )

  it("[3-limit-reconciliation] takes 50 calls a second with a key", async () => {
    const stage = await startStage({ rateLimits: true, clock: atNoon })
    const calls = Array.from({ length: 51 }, async () => (await raw(stage, "transactions", WINDOW)).status)
    expect((await Promise.all(calls)).sort()).toEqual([...Array<number>(50).fill(200), 429])
  })

  it("[13-envelope] is a page of next, previous and results, without a count", async () => {
    const stage = await startStage({ clock: atNoon })
    await paid(stage)
    const { body } = await raw(stage, "transactions", WINDOW)
    expect(keysOf(body)).toEqual(["next", "previous", "results"])
    expect(body).toMatchObject({ next: null, previous: null, results: [{ status: "approved" }] })
  })

  it("[13-next] [13-page-size] is followed by its next as it stands until there is none", async () => {
    const stage = await startStage({ clock: atNoon })
    const ids = [await paid(stage), await paid(stage), await paid(stage)]
    stage.sandbox.clearCalls()
    const rows = await all(stage.client.transactions({ ...WINDOW, page_size: 1 }))
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect(stage.sandbox.calls).toHaveLength(3)
    const first = await raw(stage, "transactions", { ...WINDOW, page_size: "2" })
    expect(first.body).toMatchObject({ results: [{}, {}], next: expect.stringContaining("cursor=") as unknown })
  })

  it("[13-page-size] has up to 100 rows unless asked otherwise, and 1000 at most", async () => {
    const { client } = await startStage()
    const error = await failureOf(all(client.transactions({ ...WINDOW, page_size: 1001 })))
    expect(error).toMatchObject({ kind: "invalid_request", http_status: null })
    const stage = await startStage({ clock: atNoon })
    const debit = await paid(stage, { amount: "5.00" })
    for (let cent = 0; cent < 100; cent += 1) {
      stage.sandbox.refund(debit, { amount: "0.01" })
    }
    const pages = stage.client.transactionPages(WINDOW)
    const sizes: number[] = []
    for await (const { rows } of pages) {
      sizes.push(rows.length)
    }
    expect(sizes).toEqual([100, 1])
  })

  it("[13-start] [13-window] needs a start_date and ends at most 90 days later", async () => {
    const stage = await startStage()
    expect((await raw(stage, "transactions", {})).status).toBe(400)
    expect((await raw(stage, "transactions", { start_date: START, end_date: "2026-07-10" })).status).toBe(200)
    expect((await raw(stage, "transactions", { start_date: START, end_date: "2026-07-11" })).status).toBe(400)
    const tooLong = stage.client.transactions({ start_date: START, end_date: "2026-07-11" })
    expect(await failureOf(all(tooLong))).toMatchObject({ kind: "invalid_request", http_status: null })
  })

  it("[13-format] comes as JSON, or as CSV or XML when that is asked for", async () => {
    const stage = await startStage()
    const typeOf = async (query: string) => {
      const url = `${stage.url}/api/v1/reconciliation/transactions/?start_date=${START}${query}`
      return (await fetch(url, { headers: KEY })).headers.get("content-type")
    }
    expect(await typeOf("")).toMatch(/^application\/json/)
    expect(await typeOf("&format=json")).toMatch(/^application\/json/)
    expect(await typeOf("&format=csv")).toMatch(/^text\/csv/)
    expect(await typeOf("&format=xml")).toMatch(/^application\/xml/)
  })

  it("[13-status-filter] [13-type-filter] [13-gateway-filter] is filtered by status, type and gateway", async () => {
    const stage = await startStage({ clock: atNoon })
    const debit = await paid(stage)
    await stage.submit(await stage.start(), { iban: DECLINED })
    stage.sandbox.refund(debit, { amount: "1.00" })
    const count = async (query: object) => (await all(stage.client.transactions({ ...WINDOW, ...query }))).length
    expect(await count({ status: ["approved", "declined"] })).toBe(3)
    expect(await count({ status: ["declined"] })).toBe(1)
    expect(await count({ type: ["sdd_refund"] })).toBe(1)
    expect(await count({ payment_gateway_id: DEFAULT_GATEWAY_ID })).toBe(3)
    expect(await count({ payment_gateway_id: NOBODY })).toBe(0)
  })

  it("[13-billing-filter] [13-status-filter] is filtered by a subscription's next billing date", async () => {
    const stage = await startStage({ clock: atNoon })
    await paid(stage, MONTHLY)
    const count = async (query: object) => (await all(stage.client.subscriptions({ ...WINDOW, ...query }))).length
    expect(await count({ status: ["ACTIVE", "PAST_DUE"] })).toBe(1)
    expect(await count({ status: ["PAST_DUE"] })).toBe(0)
    expect(await count({ next_billing_date_from: "2026-05-11", next_billing_date_to: "2026-05-11" })).toBe(1)
    expect(await count({ next_billing_date_from: "2026-05-12" })).toBe(0)
  })

  it("[13-no-reference-filter] has no filter for a reference: the client refuses to send one", async () => {
    const { client } = await startStage()
    const query = { ...WINDOW, tenant_reference_id: "payses_1.1" }
    expect(await failureOf(all(client.transactions(query)))).toMatchObject({ kind: "invalid_request" })
  })

  it("[13-by-date] goes by the day of processing, of the report and of creation", async () => {
    const stage = await startStage({ clock: atNoon })
    const debit = await paid(stage, MONTHLY)
    stage.sandbox.clock.move({ days: 3 })
    stage.sandbox.chargeBack(debit, { reason_code: "MD06" })
    const on = (day: string) => ({ start_date: day, end_date: day })
    const counts = async (day: string) => [
      (await all(stage.client.transactions(on(day)))).length,
      (await all(stage.client.chargebacks(on(day)))).length,
      (await all(stage.client.subscriptions(on(day)))).length,
    ]
    expect(await counts("2026-04-11")).toEqual([1, 0, 1])
    expect(await counts("2026-04-14")).toEqual([0, 1, 0])
  })
})

describe("the rows", () => {
  it("[13-transaction] [13-masked] [6.1-reference-recon] of transactions tell what was paid", async () => {
    const stage = await startStage({ clock: atNoon })
    const token = await stage.start()
    const tenant_reference_id = newReference()
    const { transaction } = await stage.submit(token, { tenant_reference_id })
    expect(await all(stage.client.transactions(WINDOW))).toMatchObject([
      {
        id: transaction?.id,
        merchant_transaction_id: transaction?.merchant_transaction_id,
        tenant_reference_id,
        status: "approved",
        type: "sdd_sale",
        amount: "29.99",
        currency: "EUR",
        date_processed: "2026-04-11T12:00:00.000Z",
        iban_last4: "3000",
        bic: "COBADEFFXXX",
      },
    ])
    const { body } = await raw(stage, "transactions", WINDOW)
    expect(body.results).toMatchObject([{ iban: "******************3000", amount: "29.99" }])
  })

  it("[13-chargeback] [7-chargeback] [6.1-reference-recon] of chargebacks tell reason, day and debit", async () => {
    const stage = await startStage({ clock: atNoon })
    const tenant_reference_id = newReference()
    const { transaction } = await stage.submit(await stage.start(), { tenant_reference_id })
    stage.sandbox.chargeBack(transaction?.id ?? "", { reason_code: "MD06" })
    expect(await all(stage.client.chargebacks(WINDOW))).toMatchObject([
      {
        status: "charged_back",
        type: "chargeback",
        transaction_id: transaction?.id,
        tenant_reference_id,
        amount: "29.99",
        reason_code: "MD06",
        report_date: "2026-04-11T12:00:00.000Z",
        cb_bank_fee: "25.00",
        iban_last4: "3000",
      },
    ])
  })

  it("[13-subscription] [12-implicit] [6.3-subscription] of subscriptions come with the first payment", async () => {
    const stage = await startStage({ clock: atNoon })
    const { subscription } = await stage.submit(await stage.open({ ...MONTHLY, lead: lead() }))
    expect(await all(stage.client.subscriptions(WINDOW))).toMatchObject([
      {
        id: subscription?.id,
        status: "ACTIVE",
        billing_amount: "29.99",
        billing_frequency: "MONTHLY",
        start_date: "2026-04-11",
        next_billing_date: "2026-05-11",
        successful_billing_count: 1,
        failed_billing_count: 0,
        total_revenue: "29.99",
      },
    ])
  })

  it.each([
    ["[13-transaction] a transaction", "transactions", TRANSACTION],
    ["[13-chargeback] a chargeback", "chargebacks", CHARGEBACK],
    ["[13-subscription] a subscription", "subscriptions", SUBSCRIPTION],
  ] as const)("read the documented fields of %s", async (_, kind, sample) => {
    const body = { next: null, previous: null, results: [sample] }
    const { client } = await startEcho({ status: 200, body })
    const read = await all<object>(client[kind](WINDOW))
    const fields = Object.entries(sample).filter(([field]) => !UNREAD.includes(field))
    expect(read).toMatchObject([Object.fromEntries(fields)])
  })

  it("[12-rebill] [13-no-reference] [6.3-sequence-recurring] of rebills have no reference", async () => {
    const stage = await startStage({ clock: atNoon })
    await stage.submit(await stage.open(MONTHLY))
    stage.sandbox.clock.move({ days: 31 })
    const rows = await all(stage.client.transactions({ start_date: "2026-05-01", end_date: "2026-05-31" }))
    expect(rows).toMatchObject([{ type: "sdd_rebill", tenant_reference_id: null, status: "approved", amount: "29.99" }])
    const { client } = await startEcho({ status: 200, body: { status: "completed", sepa: { sequence_type: "RCUR" } } })
    const payment = { iban: DECLINED, iban_holder_name: "Max", tenant_reference_id: "payses_1.1" }
    expect((await client.pay("ps_1", payment)).sepa?.sequence_type).toBe("RCUR")
  })

  it("[11-type] [7-types] of refunds are transactions of the type sdd_refund", async () => {
    const stage = await startStage({ clock: atNoon })
    stage.sandbox.refund(await paid(stage), { amount: "10.00" })
    const rows = await all(stage.client.transactions({ ...WINDOW, type: ["sdd_refund"] }))
    expect(rows).toMatchObject([{ type: "sdd_refund", amount: "10.00", status: "approved" }])
  })

  it("[7-not-settled] of approved debits may still come back", async () => {
    const stage = await startStage({ clock: atNoon })
    const debit = await paid(stage)
    stage.sandbox.bounce(debit, "AM04")
    expect(await all(stage.client.transactions(WINDOW))).toMatchObject([{ id: debit, status: "declined" }])
  })
})
