import fc from "fast-check"
import { CatalystPayClient } from "../../src/gateway/client"
import type { GatewayErrorKind } from "../../src/gateway/errors"
import { CALLS, expectNoSecrets, failureOf, IBAN, KEY, OPERATIONS, PAYMENT, SESSION, SILENCE, TOKEN } from "./calls"
import { Loopback } from "./loopback"

let gateway: Loopback
const clients: CatalystPayClient[] = []

beforeAll(async () => {
  gateway = await Loopback.start()
})
afterEach(async () => {
  gateway.received.length = 0
  await Promise.all(clients.splice(0).map((client) => client.close()))
})
afterAll(() => gateway.stop())

function clientOf(baseUrl: string): CatalystPayClient {
  const client = new CatalystPayClient({ apiKey: KEY, baseUrl, retry: false })
  clients.push(client)
  return client
}

describe("statuses", () => {
  const same = (kind: GatewayErrorKind) => Object.fromEntries(OPERATIONS.map((operation) => [operation, kind]))
  const KINDS: [number, Record<string, GatewayErrorKind>][] = [
    [301, same("unexpected_response")],
    [302, same("unexpected_response")],
    [303, same("unexpected_response")],
    [400, same("invalid_request")],
    [401, same("unauthorized")],
    [403, same("unauthorized")],
    [404, same("not_found")],
    [405, same("unexpected_response")],
    [409, same("conflict")],
    [410, same("gone")],
    [415, same("unexpected_response")],
    [422, same("unexpected_response")],
    [429, same("throttled")],
    [500, SILENCE],
    [502, SILENCE],
    [503, SILENCE],
    [504, SILENCE],
  ]

  it.each(KINDS)("%i is the right kind for every call, and nothing is sent twice by a client that was told so", async (status, kinds) => {
    for (const operation of OPERATIONS) {
      const client = clientOf(gateway.url)
      if (status === 400 && operation === "validate_iban") {
        continue
      }
      gateway.received.length = 0
      gateway.answer = {
        status,
        body: { detail: "No.", status_code: status },
        headers: { location: `${gateway.url}/elsewhere/` },
      }
      const error = await failureOf(CALLS[operation](client))
      expect(error).toMatchObject({ kind: kinds[operation], operation, http_status: status, detail: "No." })
      expect(error.message).toContain(` was answered with ${status}: `)
      expect(gateway.received).toHaveLength(1)
      const acted = error.kind === "outcome_unknown" || (status < 400 && SILENCE[operation] === "outcome_unknown")
      expect(error.accepted).toBe(acted ? "unknown" : "no")
      expectNoSecrets(error)
    }
  })

  it("asks whether the key is of this environment, where a key was sent", async () => {
    gateway.answer = { status: 401, body: { detail: "Invalid API key.", status_code: 401 } }
    const client = clientOf(gateway.url)
    const created = await failureOf(client.createSession(SESSION))
    expect(created.message).toBe(
      "Creating a CatalystPay session (POST /payment-sessions/) was answered with 401: the API key was refused; is " +
        "it a key of this environment? Production and staging have different ones. It said: Invalid API key.",
    )
    const paid = await failureOf(client.pay(TOKEN, PAYMENT))
    expect(paid.message).toContain("although it needs no API key")
  })

  it("says of a reused reference what the gateway says", async () => {
    gateway.answer = {
      status: 409,
      body: { detail: "tenant_reference_id already in use for this tenant", status_code: 409 },
    }
    const error = await failureOf(clientOf(gateway.url).pay(TOKEN, PAYMENT))
    expect(error).toMatchObject({
      kind: "conflict",
      accepted: "no",
      detail: "tenant_reference_id already in use for this tenant",
    })
  })

  it.each([
    ["60", "Request was throttled. Expected available in 60 seconds.", 60],
    ["1", "No.", 1],
    [undefined, "Request was throttled. Expected available in 7 seconds.", 7],
    ["Wed, 21 Oct 2015 07:28:00 GMT", "No.", null],
    ["-1", "No.", null],
    [undefined, "No.", null],
  ])("reads Retry-After %j with %j", async (header, detail, seconds) => {
    gateway.answer = {
      status: 429,
      body: { detail, status_code: 429 },
      headers: header === undefined ? {} : { "retry-after": header },
    }
    const error = await failureOf(clientOf(gateway.url).getSession(TOKEN))
    expect(error).toMatchObject({ kind: "throttled", retry_after_seconds: seconds })
  })
})

describe("error bodies", () => {
  it.each([
    [{ detail: "Bad.", status_code: 400 }, "Bad.", null],
    [{ detail: ["One.", "Two."], status_code: 400 }, "One. Two.", null],
    [
      { detail: { gateway_id: "is required", amount: "is required" }, status_code: 400 },
      "gateway_id: is required · amount: is required",
      { gateway_id: "is required", amount: "is required" },
    ],
    [
      { detail: { lead: { email: ["Not an address.", "Too long."] }, non_field_errors: ["Odd."] } },
      "lead.email: Not an address. Too long. · Odd.",
      { "lead.email": "Not an address. Too long." },
    ],
    [{ iban: ["Blank."], status_code: 400 }, "iban: Blank.", { iban: "Blank." }],
    [{ error: "Broken." }, "Broken.", null],
    [["Just a list."], "Just a list.", null],
    ["<html><body>Bad gateway</body></html>", null, null],
    ["", null, null],
    ['{"detail": "cut', null, null],
    ["null", null, null],
    ["{}", null, null],
  ])("reads %j", async (body, detail, fields) => {
    gateway.answer = { status: 400, body }
    const error = await failureOf(clientOf(gateway.url).pay(TOKEN, PAYMENT))
    expect(error).toMatchObject({ kind: "invalid_request", http_status: 400, detail, fields })
  })

  it("keeps little of a body that is deep, wide or long", async () => {
    const nested = (depth: number): unknown => (depth === 0 ? "deep" : { a: nested(depth - 1) })
    const bodies = [
      { detail: nested(200) },
      { detail: Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`field_${at}`, "wrong"])) },
      { detail: "x".repeat(100_000) },
      "[".repeat(200_000),
      "x".repeat(3_000_000),
    ]
    for (const body of bodies) {
      gateway.answer = { status: 400, body }
      const error = await failureOf(clientOf(gateway.url).pay(TOKEN, PAYMENT))
      expect(error.kind).toBe("invalid_request")
      expect(JSON.stringify(error).length).toBeLessThan(5_000)
    }
  })

  it("takes a key __proto__ for a plain field", async () => {
    gateway.answer = { status: 400, body: '{"detail": {"__proto__": "odd", "iban": "wrong"}}' }
    const error = await failureOf(clientOf(gateway.url).pay(TOKEN, PAYMENT))
    expect(Object.entries(error.fields ?? {})).toEqual([
      ["__proto__", "odd"],
      ["iban", "wrong"],
    ])
  })

  it("shows no key, token or IBAN, wherever and however the gateway repeats them", async () => {
    const spaced = fc.constantFrom(
      IBAN,
      "DE89 3704 0044 0532 0130 00",
      "de89-3704-0044-0532-0130-00",
      "DE89\u00a03704 0044 0532013000",
    )
    const secret = fc.oneof(spaced, fc.constantFrom(KEY, TOKEN, `Bearer ${KEY}`, `/payment-sessions/${TOKEN}/pay/`))
    const phrase = fc
      .tuple(fc.string({ unit: "binary", maxLength: 20 }), secret, fc.constantFrom(" ", ".", '"', "?", ""))
      .map(([before, said, after]) => `${before} ${said}${after}`)
    const detail = fc.oneof(
      phrase,
      fc.array(phrase, { maxLength: 3 }),
      fc.dictionary(phrase, phrase, { maxKeys: 3 }),
      fc.dictionary(fc.constantFrom("lead", "iban"), fc.dictionary(phrase, fc.array(phrase, { maxLength: 2 }))),
    )
    const operations = fc.constantFrom(...OPERATIONS.filter((operation) => operation !== "validate_iban"))
    const statuses = fc.constantFrom(400, 401, 404, 409, 410, 429, 418, 500, 503)
    await fc.assert(
      fc.asyncProperty(detail, operations, statuses, async (said, operation, status) => {
        gateway.answer = { status, body: { detail: said, status_code: status } }
        const client = clientOf(gateway.url)
        expectNoSecrets(await failureOf(CALLS[operation](client)))
      }),
      { numRuns: 150 },
    )
  })

  it("hides an IBAN that is not valid, too, where it was the one sent", async () => {
    gateway.answer = { status: 400, body: { detail: { iban: ["DE00 3704 0044 0532 0130 00 is wrong."] } } }
    const error = await failureOf(clientOf(gateway.url).pay(TOKEN, { ...PAYMENT, iban: "DE00370400440532013000" }))
    expect(error.fields).toEqual({ iban: "DE** **** 3000 is wrong." })
  })
})
