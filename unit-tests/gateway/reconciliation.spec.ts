import type { ServerResponse } from "node:http"
import { CatalystPayClient } from "../../src/gateway/client"
import { CircleWatch, pathOfNext } from "../../src/gateway/next-page"
import { expectNoSecrets, failureOf, IBAN, KEY } from "./calls"
import { Loopback } from "./loopback"
import { CHARGEBACK, SUBSCRIPTION, TRANSACTION } from "./rows"

const WINDOW = { start_date: "2026-04-01" }
const PATH = "/reconciliation/transactions/"

let gateway: Loopback
let client: CatalystPayClient

beforeAll(async () => {
  gateway = await Loopback.start()
})
beforeEach(() => {
  gateway.received.length = 0
  client = new CatalystPayClient({ apiKey: KEY, baseUrl: gateway.url, retry: false })
})
afterEach(() => client.close())
afterAll(() => gateway.stop())

async function listOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) {
    list.push(item)
  }
  return list
}

/** Pages of two rows each, as many as are wanted; the cursor is the number of the page. */
function answerPages(pages: number): void {
  gateway.answer = (response, request) => {
    const at = Number(new URL(request.url ?? "", gateway.url).searchParams.get("cursor") ?? 0)
    const next = at + 1 < pages ? `${gateway.url}${PATH}?cursor=${at + 1}&start_date=2026-04-01` : null
    const results = [0, 1].map((row) => ({ ...TRANSACTION, id: `${at}.${row}` }))
    answer(response, { next, previous: null, results })
  }
}

function answer(response: ServerResponse, body: unknown): void {
  response.end(JSON.stringify(body))
}

describe("what is asked", () => {
  const EMPTY = { next: null, previous: null, results: [] }

  it("names window, lists, gateway and page size, with the API key and without a turn", async () => {
    gateway.answer = { status: 200, body: EMPTY }
    await listOf(
      client.transactions({
        start_date: "2026-04-01",
        end_date: "2026-06-30",
        status: ["approved", "declined"],
        type: ["sdd_sale"],
        payment_gateway_id: "mid-1",
        page_size: 1000,
      }),
    )
    await listOf(client.chargebacks({ start_date: "2024-02-29", type: ["chargeback"] }))
    await listOf(
      client.subscriptions({
        start_date: "2026-04-01",
        status: ["ACTIVE", "PAST_DUE"],
        next_billing_date_from: "2026-05-01",
        next_billing_date_to: "2026-05-31",
      }),
    )
    expect(gateway.received.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`)).toEqual([
      "GET /api/v1/reconciliation/transactions/?start_date=2026-04-01&end_date=2026-06-30&payment_gateway_id=mid-1" +
        "&page_size=1000&status=approved,declined&type=sdd_sale",
      "GET /api/v1/reconciliation/chargebacks/?start_date=2024-02-29&type=chargeback",
      "GET /api/v1/reconciliation/subscriptions/?start_date=2026-04-01&status=ACTIVE,PAST_DUE" +
        "&next_billing_date_from=2026-05-01&next_billing_date_to=2026-05-31",
    ])
    expect(gateway.received.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(`Bearer ${KEY}`))
  })

  it.each([
    [{ start_date: "" }, "start_date", "must be a day that the calendar has, as YYYY-MM-DD"],
    [{ start_date: "2026-4-1" }, "start_date", "must be a day that the calendar has, as YYYY-MM-DD"],
    [{ start_date: "2026-02-30" }, "start_date", "must be a day that the calendar has, as YYYY-MM-DD"],
    [{ start_date: "2025-02-29" }, "start_date", "must be a day that the calendar has, as YYYY-MM-DD"],
    [{ start_date: "2026-04-01T00:00:00Z" }, "start_date", "must be a day that the calendar has, as YYYY-MM-DD"],
    [{ end_date: "2026-07-01" }, "end_date", "must be from 0 to 90 days after start_date"],
    [{ end_date: "2026-03-31" }, "end_date", "must be from 0 to 90 days after start_date"],
    [{ page_size: 0 }, "page_size", expect.any(String) as string],
    [{ page_size: 1001 }, "page_size", expect.any(String) as string],
    [{ page_size: 10.5 }, "page_size", expect.any(String) as string],
    [{ status: ["Approved"] }, "status.0", "must be written in lower case letters and underscores"],
    [{ status: ["a,b"] }, "status.0", "must be written in lower case letters and underscores"],
    [{ type: [] }, "type", "must name at least one, or be left out for all"],
    [{ payment_gateway_id: " " }, "payment_gateway_id", "must not be empty"],
    [{ stauts: ["approved"] }, "stauts", "is no field that the API documents here"],
  ])("is nothing with %j", async (change, field, message) => {
    const error = await failureOf(listOf(client.transactions({ ...WINDOW, ...change })))
    expect(error).toMatchObject({
      kind: "invalid_request",
      http_status: null,
      operation: "list_transactions",
      fields: { [field]: message },
    })
    expect(gateway.received).toEqual([])
  })

  it("is nothing with a subscription's status in lower case", async () => {
    const error = await failureOf(listOf(client.subscriptions({ ...WINDOW, status: ["active"] })))
    expect(error.fields).toEqual({ "status.0": "must be written in upper case letters and underscores" })
  })
})

describe("pages", () => {
  it("are followed to the end, row by row, in order", async () => {
    answerPages(4)
    const rows = await listOf(client.transactions(WINDOW))
    expect(rows.map(({ id }) => id)).toEqual(["0.0", "0.1", "1.0", "1.1", "2.0", "2.1", "3.0", "3.1"])
    expect(gateway.received.map(({ path }) => path)).toEqual([
      `/api/v1${PATH}?start_date=2026-04-01`,
      `/api/v1${PATH}?cursor=1&start_date=2026-04-01`,
      `/api/v1${PATH}?cursor=2&start_date=2026-04-01`,
      `/api/v1${PATH}?cursor=3&start_date=2026-04-01`,
    ])
  })

  it("are asked for one at a time, and no more once the reader stops", async () => {
    answerPages(1_000)
    const asked: number[] = []
    for await (const { id } of client.transactions(WINDOW)) {
      asked.push(gateway.received.length)
      if (id === "2.0") {
        break
      }
    }
    expect(asked).toEqual([1, 1, 2, 2, 3])
    expect(gateway.received).toHaveLength(3)
  })

  it("can be left and gone on from in the middle of a window", async () => {
    answerPages(4)
    let bookmark: string | null = null
    for await (const { rows, next } of client.transactionPages(WINDOW)) {
      bookmark = next
      if (rows[0]?.id === "1.0") {
        break
      }
    }
    expect(bookmark).toBe(`${gateway.url}${PATH}?cursor=2&start_date=2026-04-01`)
    const rest = await listOf(client.transactionPages({ next: bookmark ?? "" }))
    expect(rest.map(({ rows, next }) => [rows.map(({ id }) => id), next])).toEqual([
      [["2.0", "2.1"], `${gateway.url}${PATH}?cursor=3&start_date=2026-04-01`],
      [["3.0", "3.1"], null],
    ])
  })

  it("begin anew with every iteration", async () => {
    answerPages(1)
    const rows = client.transactions(WINDOW)
    expect(await listOf(rows)).toEqual(await listOf(rows))
    expect(gateway.received).toHaveLength(2)
  })

  it("may leave next out at the end, and give it without the host", async () => {
    gateway.answer = (response, request) => {
      answer(response, request.url?.includes("cursor") ? { results: [] } : { results: [TRANSACTION], next: `/api/v1${PATH}?cursor=b` })
    }
    expect(await listOf(client.transactions(WINDOW))).toHaveLength(1)
    expect(gateway.last.path).toBe(`/api/v1${PATH}?cursor=b`)
  })

  it("keep the cursor exactly as it was written", async () => {
    const cursor = "cD0yMDI2LTA0LTExKzA3%3A03%3A51%2B00%3A00&x=a+b%20c"
    gateway.answer = (response, request) => {
      const next = request.url?.includes("cursor") ? null : `${gateway.url}${PATH}?cursor=${cursor}`
      answer(response, { results: [], next })
    }
    await listOf(client.transactions(WINDOW))
    expect(gateway.last.path).toBe(`/api/v1${PATH}?cursor=${cursor}`)
  })

  it("give every call of theirs its own deadline, and the same signal", async () => {
    answerPages(3)
    const caller = new AbortController()
    const read: (string | null)[] = []
    const reading = (async () => {
      for await (const { id } of client.transactions(WINDOW, { signal: caller.signal, deadline_ms: 5_000 })) {
        read.push(id)
        if (id === "0.1") {
          caller.abort()
        }
      }
    })()
    expect(await failureOf(reading)).toMatchObject({ kind: "not_sent", reason: "aborted" })
    expect(read).toEqual(["0.0", "0.1"])
  })
})

describe("a next that leads astray", () => {
  const away = [
    "https://evil.example/api/v1/reconciliation/transactions/?cursor=1",
    "//evil.example/api/v1/reconciliation/transactions/",
    "http://127.0.0.1:1/api/v1/reconciliation/transactions/",
    "file:///etc/passwd",
    "http://[",
    "/elsewhere/",
    "/api/v1evil/",
    "/api/v1",
    "/api/v1/../admin/",
    "/api/v1/%2e%2e/admin/",
    "/api/v1/..%2fadmin/",
    "/api/v1/a\\..%5cadmin/",
  ]

  it.each(away)("to %s is not followed, and its rows are not trusted", async (next) => {
    gateway.answer = { status: 200, body: { results: [TRANSACTION], next } }
    const error = await failureOf(listOf(client.transactions(WINDOW)))
    expect(error).toMatchObject({
      kind: "unexpected_response",
      operation: "list_transactions",
      http_status: 200,
      accepted: "no",
    })
    expect(error.message).not.toContain("evil")
    expect(gateway.received).toHaveLength(1)
  })

  it.each(away)("to %s is not begun with either", async (next) => {
    const error = await failureOf(listOf(client.chargebackPages({ next })))
    expect(error).toMatchObject({ kind: "unexpected_response", operation: "list_chargebacks", http_status: null })
    expect(gateway.received).toEqual([])
  })

  it("never gets the key, however its host is dressed up", () => {
    const base = { origin: "https://api.catalystpay.com", prefix: "/api/v1" }
    for (const next of [
      "https://api.catalystpay.com.evil.example/api/v1/x/",
      "https://api.catalystpay.com@evil.example/api/v1/x/",
      "https://user@api.catalystpay.com/api/v1/x/",
      "https://api.catalystpay.com:8443/api/v1/x/",
      "http://api.catalystpay.com/api/v1/x/",
      "https:\\\\evil.example/api/v1/x/",
    ]) {
      expect(pathOfNext(base, next)).toBeNull()
    }
    expect(pathOfNext(base, "HTTPS://API.catalystpay.com:443/api/v1/x/?cursor=1#top")).toBe("/x/?cursor=1")
  })

  it.each([1, 2, 3, 7])("in a circle of %i pages ends with an error", async (length) => {
    gateway.answer = (response, request) => {
      const at = Number(new URL(request.url ?? "", gateway.url).searchParams.get("cursor") ?? 0)
      answer(response, { results: [TRANSACTION], next: `${gateway.url}${PATH}?cursor=${1 + (at % length)}` })
    }
    const error = await failureOf(listOf(client.transactions(WINDOW)))
    expect(error).toMatchObject({ kind: "unexpected_response", http_status: 200 })
    expect(error.message).toContain("leads back to a page that was read already")
    expect(gateway.received.length).toBeLessThanOrEqual(4 * length + 2)
  })

  it("is found without remembering every page, and no straight way is taken for a circle", () => {
    const straight = new CircleWatch("0")
    for (let at = 1; at < 10_000; at += 1) {
      expect(straight.closes(String(at))).toBe(false)
    }
  })
})

describe("a page that is of no use", () => {
  it.each([
    [{ results: [TRANSACTION, 7] }, "page 1 of this listing is of no use: these are missing or not valid: results.1"],
    [{ results: [null] }, "results.0"],
    [{ results: [[]] }, "results.0"],
    [{ results: {} }, "results"],
    [{ next: null }, "results"],
    [{ results: [], next: 7 }, "next"],
    [{ results: [], next: "" }, "next"],
    [[TRANSACTION], "is no JSON object"],
  ])("%j", async (body, said) => {
    gateway.answer = { status: 200, body }
    const error = await failureOf(listOf(client.transactions(WINDOW)))
    expect(error).toMatchObject({ kind: "unavailable", http_status: 200, reason: null })
    expect(error.message).toContain(said)
    expectNoSecrets(error)
  })

  it("says how far the listing came", async () => {
    gateway.answer = (response, request) => {
      const done = request.url?.includes("cursor") ?? false
      answer(response, { results: done ? Array(1_000).fill("row") : [TRANSACTION], next: `${gateway.url}${PATH}?cursor=1` })
    }
    const error = await failureOf(listOf(client.transactions(WINDOW)))
    expect(error.message).toContain("page 2 of this listing")
    expect(error.message.length).toBeLessThan(500)
  })
})

describe("rows", () => {
  it("of transactions are read whole, of the IBAN the last four, and no name", async () => {
    gateway.answer = { status: 200, body: { next: null, results: [TRANSACTION] } }
    const { iban: _iban, customer_name_csv: _name, order_id: _order, ...kept } = TRANSACTION
    expect(await listOf(client.transactions(WINDOW))).toEqual([
      { ...kept, iban_last4: "3000", raw_status: "approved", raw_type: "sdd_sale" },
    ])
  })

  it("of chargebacks are read whole", async () => {
    gateway.answer = { status: 200, body: { next: null, results: [CHARGEBACK] } }
    const { iban: _iban, ...kept } = CHARGEBACK
    expect(await listOf(client.chargebacks(WINDOW))).toEqual([
      { ...kept, iban_last4: "3000", raw_status: "charged_back", raw_type: "chargeback" },
    ])
  })

  it("of subscriptions are read whole, dates as days or moments", async () => {
    gateway.answer = { status: 200, body: { next: null, results: [SUBSCRIPTION] } }
    expect(await listOf(client.subscriptions(WINDOW))).toEqual([{ ...SUBSCRIPTION, raw_status: "ACTIVE" }])
  })

  it("with nothing in them are delivered all the same", async () => {
    gateway.answer = { status: 200, body: { next: null, results: [{}, { ...TRANSACTION, id: null }] } }
    const [empty, nameless] = await listOf(client.transactions(WINDOW))
    expect(empty).toMatchObject({ id: null, amount: null, status: null, type: "unknown", raw_type: null })
    expect(nameless).toMatchObject({ id: null, amount: "29.99" })
  })

  it.each([
    [{ amount: 29.9 }, { amount: "29.90" }],
    [{ amount: 5 }, { amount: "5.00" }],
    [{ amount: "-29.99" }, { amount: "-29.99" }],
    [{ status: "Approved" }, { status: "approved", raw_status: "Approved" }],
    [{ status: "SETTLED" }, { status: "settled", raw_status: "SETTLED" }],
    [{ type: "SDD_REFUND" }, { type: "sdd_refund", raw_type: "SDD_REFUND" }],
    [{ type: "sdd_credit" }, { type: "unknown", raw_type: "sdd_credit" }],
    [{ iban: IBAN }, { iban_last4: "3000" }],
    [{ iban: "DE** **** 1182" }, { iban_last4: "1182" }],
    [{ iban: "DE89**************" }, { iban_last4: null }],
    [{ date_processed: "2026-04-11" }, { date_processed: "2026-04-11" }],
    [{ date_processed: "2026-04-11T07:03:51+00:00" }, { date_processed: "2026-04-11T07:03:51+00:00" }],
    [{ date_processed: "11.04.2026" }, { date_processed: null }],
    [{ date_processed: "2026-02-30T00:00:00Z" }, { date_processed: null }],
    [{ transaction_id: 4711 }, { transaction_id: "4711" }],
  ])("of transactions with %j", async (said, read) => {
    gateway.answer = { status: 200, body: { next: null, results: [{ ...TRANSACTION, ...said }] } }
    expect(await listOf(client.transactions(WINDOW))).toEqual([expect.objectContaining(read)])
  })

  it("keep every digit of long numbers, ids and money alike", async () => {
    gateway.answer = {
      status: 200,
      body: '{"results":[{"transaction_id":12345678901234567890,"amount":12345678901234567.89,"id":"a\\"1234567890123456789"}]}',
    }
    expect(await listOf(client.transactions(WINDOW))).toEqual([
      expect.objectContaining({
        transaction_id: "12345678901234567890",
        amount: "12345678901234567.89",
        id: 'a"1234567890123456789',
      }),
    ])
  })

  it("mask an IBAN in the bank's words", async () => {
    gateway.answer = { status: 200, body: { results: [{ ...CHARGEBACK, reason_message: `Disputed by ${IBAN}` }] } }
    expect(await listOf(client.chargebacks(WINDOW))).toEqual([
      expect.objectContaining({ reason_message: "Disputed by DE** **** 3000" }),
    ])
  })

  it("of a full page of a thousand fit into what is read of an answer, indented too", async () => {
    const body = JSON.stringify({ next: null, previous: null, results: Array(1_000).fill(TRANSACTION) }, null, 4)
    expect(body.length).toBeGreaterThan(1024 * 1024)
    gateway.answer = { status: 200, body }
    expect(await listOf(client.transactions({ ...WINDOW, page_size: 1000 }))).toHaveLength(1_000)
  })
})
