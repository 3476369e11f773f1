import fc from "fast-check"
import { z } from "zod"
import { DEFAULT_GATEWAY_ID } from "../../sandbox"
import type { Switches } from "../../sandbox"
import { anyText, AWAITING, closeAll, KEY, matching, startBox } from "./support"
import type { Box } from "./support"

const START = new Date("2026-03-10T10:00:00Z")
const MONTHLY = { billing_type: "RECURRING", billing_frequency: "MONTHLY" }

const pageBody = z.object({
  next: z.string().nullable(),
  previous: z.string().nullable(),
  results: z.array(z.record(z.string(), z.unknown())),
})
type Kind = "transactions" | "chargebacks" | "subscriptions"

async function start(switches: Partial<Switches> = {}): Promise<Box & { id: string }> {
  const box = await startBox({ clock: () => START, switches })
  await box.pay(await box.open(MONTHLY), { tenant_reference_id: "order-42", iban_holder_name: "Max Mustermann" })
  return { ...box, id: box.sandbox.transactions()[0]?.id ?? "" }
}

async function rows(box: Box, kind: Kind, query: Record<string, string> = {}) {
  const params = new URLSearchParams({ start_date: "2026-03-01", ...query })
  const answer = await box.request("GET", `/reconciliation/${kind}/?${params.toString()}`, undefined, KEY)
  expect(answer.status).toBe(200)
  return pageBody.parse(answer.body).results
}

/** Ids of all pages, from an address on. */
async function walk(address: string, direction: "next" | "previous", meanwhile = () => {}): Promise<string[]> {
  const pages: string[][] = []
  for (let url: string | null = address; url !== null; ) {
    const page = pageBody.parse(await (await fetch(url, { headers: KEY })).json())
    pages.push(page.results.map(({ id }) => String(id)))
    url = page[direction]
    meanwhile()
  }
  return (direction === "next" ? pages : pages.reverse()).flat()
}

describe("reconciliation", () => {
  afterEach(closeAll)

  it("lists transactions with every documented field, their IBANs masked at full length", async () => {
    const box = await start()
    expect(await rows(box, "transactions")).toEqual([
      {
        id: box.id,
        adapter_unique_id: matching(/^EMP-/),
        merchant_transaction_id: matching(/^TXN-20260310-/),
        transaction_id: matching(/^[0-9a-f]{32}$/),
        tenant_reference_id: "order-42",
        status: "approved",
        type: "sdd_sale",
        amount: "29.99",
        currency: "EUR",
        date_processed: "2026-03-10T10:00:00.000Z",
        iban: "******************3000",
        bic: "COBADEFFXXX",
        customer_email_csv: matching(/@example\.com$/),
        customer_name_csv: "Max Mustermann",
        mandate_reference: matching(/^MAND-ORD-/),
        lead_id: anyText,
        payment_gateway_id: DEFAULT_GATEWAY_ID,
        created_at: "2026-03-10T10:00:00.000Z",
      },
    ])
  })

  it("lists chargebacks with every documented field", async () => {
    const box = await start()
    const { id } = box.sandbox.chargeBack(box.id, { reason_code: "MD06", amount: "5.00" })
    const [transaction] = await rows(box, "transactions")
    expect(await rows(box, "chargebacks", { status: "charged_back", type: "chargeback" })).toEqual([
      {
        id,
        adapter_unique_id: anyText,
        merchant_transaction_id: transaction?.merchant_transaction_id,
        tenant_reference_id: "order-42",
        status: "charged_back",
        type: "chargeback",
        amount: "5.00",
        currency: "EUR",
        report_date: "2026-03-10T10:00:00.000Z",
        transaction_date: "2026-03-10T10:00:00.000Z",
        reason_code: "MD06",
        reason_message: "Refund asked for by the debtor",
        iban: "******************3000",
        bic: "COBADEFFXXX",
        arn: matching(/^\d{23}$/),
        cb_bank_fee: "25.00",
        transaction_id: box.id,
        lead_id: transaction?.lead_id,
        payment_gateway_id: DEFAULT_GATEWAY_ID,
      },
    ])
  })

  it("lists subscriptions with the complete list of fields", async () => {
    const box = await start()
    const [subscription] = await rows(box, "subscriptions")
    const { session_token: _token, ...record } = box.sandbox.subscriptions()[0] ?? {}
    expect(subscription).toEqual(record)
    expect(Object.keys(record)).toHaveLength(20)
  })

  it("takes the API key only, is recorded, and answers GET only", async () => {
    const box = await start()
    const path = "/reconciliation/transactions/?start_date=2026-03-01"
    const token = box.sandbox.sessions()[0]?.session_token ?? ""
    expect((await box.request("GET", path)).status).toBe(401)
    expect((await box.request("GET", path, undefined, { authorization: `Bearer ${token}` })).status).toBe(401)
    expect(box.sandbox.calls.at(-1)).toMatchObject({ operation: "reconciliation", status: 401, session_token: null })
    expect((await box.request("POST", path, {}, KEY)).status).toBe(405)
    expect((await box.request("GET", "/reconciliation/payouts/", undefined, KEY)).status).toBe(404)
  })

  it.each([
    ["", "start_date", "This field is required."],
    ["start_date=01.03.2026", "start_date", matching(/wrong format/)],
    ["start_date=2026-02-30", "start_date", matching(/wrong format/)],
    ["start_date=2026-03-01&end_date=tomorrow", "end_date", matching(/wrong format/)],
    ["start_date=2026-03-02&end_date=2026-03-01", "end_date", matching(/before start_date/)],
    ["start_date=2026-01-01&end_date=2026-04-02", "end_date", matching(/exceed 90 days/)],
    ["start_date=2026-03-01&payment_gateway_id=none", "payment_gateway_id", matching(/valid UUID/)],
    ["start_date=2026-03-01&next_billing_date_to=x", "next_billing_date_to", matching(/wrong format/)],
  ])("refuses ?%s with a text for %s", async (query, field, text) => {
    const box = await start()
    const { status, body } = await box.request("GET", `/reconciliation/subscriptions/?${query}`, undefined, KEY)
    expect({ status, body }).toEqual({ status: 400, body: { detail: { [field]: text }, status_code: 400 } })
  })

  it("takes a window of 90 days, and answers 404 to a cursor or a format that does not exist", async () => {
    const box = await start()
    const path = "/reconciliation/transactions/?start_date=2026-01-01&end_date=2026-04-01"
    expect((await box.request("GET", path, undefined, KEY)).status).toBe(200)
    for (const wrong of ["&cursor=abc", "&cursor=WyJhZnRlciIsMV0", "&format=pdf"]) {
      expect((await box.request("GET", path + wrong, undefined, KEY)).status).toBe(404)
    }
  })

  it("filters by status, type, gateway and next billing date", async () => {
    const box = await start()
    box.sandbox.refund(box.id, { amount: "1.00" })
    box.sandbox.settle(box.id)
    const count = async (kind: Kind, query: Record<string, string>) => (await rows(box, kind, query)).length
    expect(await count("transactions", { status: "settled" })).toBe(1)
    expect(await count("transactions", { status: "settled,approved" })).toBe(2)
    expect(await count("transactions", { status: "SETTLED" })).toBe(0)
    expect(await count("transactions", { type: "sdd_refund, sdd_rebill" })).toBe(1)
    expect(await count("transactions", { payment_gateway_id: DEFAULT_GATEWAY_ID.toUpperCase() })).toBe(2)
    expect(await count("transactions", { payment_gateway_id: box.id })).toBe(0)
    expect(await count("subscriptions", { status: "ACTIVE,PAST_DUE" })).toBe(1)
    expect(await count("subscriptions", { next_billing_date_from: "2026-04-10" })).toBe(1)
    expect(await count("subscriptions", { next_billing_date_from: "2026-04-11" })).toBe(0)
    expect(await count("subscriptions", { next_billing_date_to: "2026-04-10" })).toBe(1)
    expect(await count("subscriptions", { next_billing_date_to: "2026-04-09" })).toBe(0)
  })

  it("writes CSV and XML too", async () => {
    const box = await startBox({ clock: () => START })
    await box.pay(await box.open(), { iban_holder_name: 'Max "<Mu&>"' })
    const read = async (format: string) => {
      const path = `/api/v1/reconciliation/transactions/?start_date=2026-03-01&format=${format}`
      const answer = await fetch(box.url + path, { headers: KEY })
      return { type: answer.headers.get("content-type"), text: await answer.text() }
    }
    const csv = await read("csv")
    expect(csv.type).toContain("text/csv")
    expect(csv.text.split("\r\n")[0]).toContain("id,adapter_unique_id,merchant_transaction_id,transaction_id")
    expect(csv.text).toContain('"Max ""<Mu&>"""')
    const xml = await read("xml")
    expect(xml.type).toContain("application/xml")
    expect(xml.text).toContain('<customer_name_csv>Max "&#60;Mu&#38;&#62;"</customer_name_csv>')
  })

  it.each([
    ["inclusive", 1],
    ["exclusive", 0],
  ] as const)("knows whether the last day belongs to the window [reconciliation-end=%s]", async (answer, count) => {
    const box = await start({ "reconciliation-end": answer })
    expect(await rows(box, "transactions", { end_date: "2026-03-10" })).toHaveLength(count)
    expect(await rows(box, "transactions", { end_date: "2026-03-11" })).toHaveLength(1)
    expect(await rows(box, "transactions", { start_date: "2026-03-11" })).toHaveLength(0)
  })

  it.each([
    ["90-days", 200],
    ["today", 400],
  ] as const)("knows where a window without end ends [reconciliation-default-end=%s]", async (answer, status) => {
    const box = await start({ "reconciliation-default-end": answer })
    expect(await rows(box, "transactions")).toHaveLength(1)
    const path = "/reconciliation/transactions/?start_date=2025-12-01"
    expect((await box.request("GET", path, undefined, KEY)).status).toBe(status)
  })

  it.each([
    ["ascending", ["sdd_sale", "sdd_refund"]],
    ["descending", ["sdd_refund", "sdd_sale"]],
  ] as const)("has an order [reconciliation-order=%s]", async (answer, types) => {
    const box = await start({ "reconciliation-order": answer })
    box.sandbox.clock.move({ seconds: 1 })
    box.sandbox.refund(box.id, { amount: "1.00" })
    expect((await rows(box, "transactions")).map(({ type }) => type)).toEqual(types)
  })

  it.each([
    ["UTC", 1, 0],
    ["Europe/Berlin", 0, 1],
  ] as const)("has days that begin at a midnight [reconciliation-day=%s]", async (answer, on10th, on11th) => {
    const box = await start({ "reconciliation-day": answer })
    box.sandbox.clock.move({ hours: 13, minutes: 30 })
    box.sandbox.refund(box.id, { amount: "1.00" })
    const refunds = (day: string) => rows(box, "transactions", { start_date: day, end_date: day, type: "sdd_refund" })
    expect(await refunds("2026-03-10")).toHaveLength(on10th)
    expect(await refunds("2026-03-11")).toHaveLength(on11th)
  })

  it.each([
    ["hidden", []],
    ["shown", [{ status: "pending", date_processed: null }]],
  ] as const)("shows what is not processed, or not [reconciliation-unprocessed=%s]", async (answer, expected) => {
    const box = await startBox({ clock: () => START, switches: { "reconciliation-unprocessed": answer } })
    await box.pay(await box.open(), { iban: AWAITING })
    expect(await rows(box, "transactions")).toMatchObject(expected)
    expect(await rows(box, "transactions")).toHaveLength(expected.length)
  })

  it.each([
    ["text", "29.99", "25.00"],
    ["number", 29.99, 25],
  ] as const)("writes amounts [reconciliation-amounts=%s]", async (answer, amount, fee) => {
    const box = await start({ "reconciliation-amounts": answer })
    box.sandbox.chargeBack(box.id, { reason_code: "MD06" })
    expect(await rows(box, "transactions")).toMatchObject([{ amount }])
    expect(await rows(box, "chargebacks")).toMatchObject([{ amount, cb_bank_fee: fee }])
    expect(await rows(box, "subscriptions")).toMatchObject([{ billing_amount: amount, total_revenue: amount }])
  })

  it.each([
    ["date", "2026-03-10", "2026-04-10"],
    ["datetime", "2026-03-10T00:00:00Z", "2026-04-10T00:00:00Z"],
  ] as const)("writes a subscription's dates [subscription-dates=%s]", async (answer, start_date, next_billing_date) => {
    const box = await start({ "subscription-dates": answer })
    const filter = { next_billing_date_from: "2026-04-10", next_billing_date_to: "2026-04-10" }
    expect(await rows(box, "subscriptions", filter)).toMatchObject([
      { start_date, next_billing_date, last_billing_date: start_date, trial_end_date: null },
    ])
  })

  it.each(["catalystpay", "processor"] as const)(
    "names the transaction of a chargeback [chargeback-transaction=%s]",
    async (answer) => {
      const box = await start({ "chargeback-transaction": answer })
      box.sandbox.chargeBack(box.id, { reason_code: "MD06" })
      const [transaction] = await rows(box, "transactions")
      const expected = answer === "catalystpay" ? transaction?.id : transaction?.transaction_id
      expect(await rows(box, "chargebacks")).toMatchObject([{ transaction_id: expected }])
    },
  )
})

describe("pages of reconciliation", () => {
  afterEach(closeAll)

  const address = (box: Box, query: string) =>
    `${box.url}/api/v1/reconciliation/transactions/?start_date=2026-03-01&${query}`

  it.each(["ascending", "descending"] as const)(
    "of any size yield every row exactly once, forwards and back [reconciliation-order=%s]",
    async (order) => {
      const box = await start({ "reconciliation-order": order })
      for (let cents = 1; cents <= 23; cents++) {
        box.sandbox.refund(box.id, { amount: "0.01" })
        // Several rows share a moment, so that the id has to decide.
        box.sandbox.clock.move({ seconds: cents % 4 === 0 ? 1 : 0 })
      }
      const all = await walk(address(box, ""), "next")
      expect([...new Set(all)].toSorted()).toEqual(box.sandbox.transactions().map(({ id }) => id).toSorted())
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (size) => {
          expect(await walk(address(box, `page_size=${size}`), "next")).toEqual(all)
          let last = address(box, `page_size=${size}`)
          for (let next: string | null = last; next !== null; ) {
            last = next
            next = pageBody.parse(await (await fetch(next, { headers: KEY })).json()).next
          }
          expect(await walk(last, "previous")).toEqual(all)
        }),
        { numRuns: 8 },
      )
    },
  )

  it.each(["ascending", "descending"] as const)(
    "skip and repeat nothing while rows are added [reconciliation-order=%s]",
    async (order) => {
      const box = await start({ "reconciliation-order": order })
      const add = () => void box.sandbox.refund(box.id, { amount: "0.01" })
      for (let count = 0; count < 10; count++) {
        add()
      }
      const before = box.sandbox.transactions().map(({ id }) => id)
      let left = 6
      const seen = await walk(address(box, "page_size=3"), "next", () => {
        if (left-- > 0) {
          add()
        }
      })
      expect(new Set(seen).size).toBe(seen.length)
      expect(before.filter((id) => !seen.includes(id))).toEqual([])
    },
  )

  it("have 100 rows by default, 1000 at most, and keep the query in their addresses", async () => {
    const box = await start()
    for (let count = 0; count < 1005; count++) {
      box.sandbox.refund(box.id, { amount: "0.01" })
    }
    const page = async (query: string) => pageBody.parse(await (await fetch(address(box, query), { headers: KEY })).json())
    expect((await page("")).results).toHaveLength(100)
    expect((await page("page_size=many")).results).toHaveLength(100)
    expect((await page("page_size=0")).results).toHaveLength(100)
    const { next, previous, results } = await page("page_size=5000&type=sdd_refund")
    expect(results).toHaveLength(1000)
    expect(previous).toBeNull()
    expect(next).toContain(address(box, "page_size=5000&type=sdd_refund&cursor="))
  })
})
