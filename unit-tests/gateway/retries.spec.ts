import { CatalystPayClient, type CatalystPayClientOptions } from "../../src/gateway/client"
import { GatewayError, type GatewayErrorInit, type GatewayErrorKind } from "../../src/gateway/errors"
import { failureToReport, pauseBeforeRepeat } from "../../src/gateway/retries"
import { CALLS, failureOf, IBAN, KEY, OPERATIONS, PAYMENT, SESSION, TOKEN, type Operation } from "./calls"
import { FakeTurns } from "./fake-turns"
import { Loopback, startTcp, type Answer } from "./loopback"

const READS: Operation[] = ["get_session", "validate_iban"]
const FRESH = { tries: 1, trying_ms: 10, remaining_ms: 20_000 }

function failure(init: Partial<GatewayErrorInit>): GatewayError {
  return new GatewayError({ kind: "not_sent", operation: "pay", message: "No.", ...init })
}

describe("what is repeated", () => {
  const KINDS: [GatewayErrorKind, Partial<GatewayErrorInit>, Operation[]][] = [
    ["not_sent", { reason: "connection" }, OPERATIONS],
    ["not_sent", { reason: "no_turn" }, []],
    ["not_sent", { reason: "turn_declined" }, []],
    ["not_sent", { reason: "circuit_open" }, []],
    ["not_sent", { reason: "deadline" }, []],
    ["not_sent", { reason: "aborted" }, []],
    ["unavailable", { reason: "connection" }, READS],
    ["unavailable", { http_status: 503 }, READS],
    ["unavailable", { reason: "aborted" }, []],
    ["outcome_unknown", { reason: "connection" }, ["cancel"]],
    ["outcome_unknown", { http_status: 500 }, ["cancel"]],
    ["outcome_unknown", { reason: "deadline" }, []],
    ["throttled", { http_status: 429 }, ["create_session", "get_session", "validate_iban", "cancel"]],
    ["invalid_request", { http_status: 400 }, []],
    ["unauthorized", { http_status: 401 }, []],
    ["not_found", { http_status: 404 }, []],
    ["conflict", { http_status: 409 }, []],
    ["gone", { http_status: 410 }, []],
    ["unexpected_response", { http_status: 302 }, []],
  ]

  it.each(KINDS)("after %s %j", (kind, init, repeated) => {
    const found = OPERATIONS.filter((operation) => {
      return pauseBeforeRepeat(failure({ ...init, kind, operation }), FRESH, 0) !== null
    })
    expect(found).toEqual(repeated)
  })

  it("is tried three times at most", () => {
    const lost = failure({ operation: "get_session", kind: "unavailable" })
    expect(pauseBeforeRepeat(lost, { ...FRESH, tries: 2 }, 0)).not.toBeNull()
    expect(pauseBeforeRepeat(lost, { ...FRESH, tries: 3 }, 0)).toBeNull()
  })

  it("waits longer each time, spread by chance, and all pauses after refused connections stay under a second", () => {
    const refused = failure({ reason: "connection" })
    const pauses = [1, 2].map((tries) => [0, 1].map((random) => pauseBeforeRepeat(refused, { ...FRESH, tries }, random)))
    expect(pauses).toEqual([
      [125, 250],
      [250, 500],
    ])
  })

  it("is no connection that took its time to fail: the shopper has waited enough", () => {
    const refused = failure({ reason: "connection" })
    expect(pauseBeforeRepeat(refused, { ...FRESH, trying_ms: 999 }, 0)).not.toBeNull()
    expect(pauseBeforeRepeat(refused, { ...FRESH, trying_ms: 1_000 }, 0)).toBeNull()
  })

  it("waits as long as a 429 asks, unless the deadline passes before", () => {
    const throttled = (retry_after_seconds: number | null) =>
      failure({ kind: "throttled", operation: "create_session", retry_after_seconds })
    expect(pauseBeforeRepeat(throttled(7), FRESH, 0)).toBe(7_000)
    expect(pauseBeforeRepeat(throttled(7), FRESH, 1)).toBe(7_250)
    expect(pauseBeforeRepeat(throttled(null), FRESH, 0)).toBe(1_000)
    expect(pauseBeforeRepeat(throttled(60), FRESH, 0)).toBeNull()
    expect(pauseBeforeRepeat(throttled(7), { ...FRESH, remaining_ms: 7_000 }, 0)).toBeNull()
  })
})

describe("of several failures", () => {
  const unknown = failure({ kind: "outcome_unknown", operation: "cancel" })
  it.each<[GatewayErrorKind, "earlier" | "later"]>([
    ["not_sent", "earlier"],
    ["throttled", "earlier"],
    ["unauthorized", "earlier"],
    ["invalid_request", "earlier"],
    ["outcome_unknown", "later"],
    ["conflict", "later"],
    ["gone", "later"],
    ["not_found", "later"],
  ])("%s after an unknown outcome leaves the %s one to report", (kind, reported) => {
    const later = failure({ kind, operation: "cancel" })
    expect(failureToReport(unknown, later)).toBe(reported === "earlier" ? unknown : later)
  })

  it("the last one counts otherwise, unless it was not even sent", () => {
    const throttled = failure({ kind: "throttled" })
    const conflict = failure({ kind: "conflict" })
    expect(failureToReport(null, conflict)).toBe(conflict)
    expect(failureToReport(throttled, conflict)).toBe(conflict)
    expect(failureToReport(throttled, failure({ reason: "circuit_open" }))).toBe(throttled)
  })
})

describe("the client", () => {
  let gateway: Loopback
  let answers: Answer[]
  const clients: CatalystPayClient[] = []

  beforeAll(async () => {
    gateway = await Loopback.start()
  })
  beforeEach(() => {
    gateway.received.length = 0
    answers = []
    gateway.answer = (response) => {
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      if (typeof answer !== "object") {
        response.socket?.resetAndDestroy()
        return
      }
      response.writeHead(answer.status, answer.headers)
      response.end(JSON.stringify(answer.body ?? {}))
    }
  })
  afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())))
  afterAll(() => gateway.stop())

  function clientOf(options: Partial<CatalystPayClientOptions> = {}): CatalystPayClient {
    const client = new CatalystPayClient({ apiKey: KEY, baseUrl: gateway.url, ...options })
    clients.push(client)
    return client
  }

  it("reads again after a lost connection, a 500 or a 429", async () => {
    answers = [
      () => undefined,
      { status: 503, body: "<html>" },
      { status: 200, body: { status: "PENDING" } },
    ]
    await expect(clientOf().getSession(TOKEN)).resolves.toMatchObject({ status: "PENDING" })
    answers = [{ status: 429, headers: { "retry-after": "0" } }, { status: 200, body: { valid: true } }]
    await expect(clientOf().validateIban(IBAN)).resolves.toMatchObject({ valid: true })
    expect(gateway.received).toHaveLength(5)
  })

  it("gives up after the third try, with the last failure", async () => {
    answers = [{ status: 500 }, { status: 500 }, { status: 502 }]
    expect(await failureOf(clientOf().getSession(TOKEN))).toMatchObject({ kind: "unavailable", http_status: 502 })
    expect(gateway.received).toHaveLength(3)
  })

  it("opens a session again after 429, and never after a 500 or a lost connection", async () => {
    answers = [{ status: 429, headers: { "retry-after": "0" } }, { status: 201, body: { session_token: TOKEN } }]
    await expect(clientOf().createSession(SESSION)).resolves.toMatchObject({ session_token: TOKEN })
    expect(gateway.received).toHaveLength(2)
    for (const lost of [{ status: 500 }, () => undefined]) {
      answers = [lost]
      expect(await failureOf(clientOf().createSession(SESSION))).toMatchObject({ kind: "outcome_unknown" })
    }
    expect(gateway.received).toHaveLength(4)
  })

  it.each([429, 500, 502, 409, 303])("never sends a debit twice after %i", async (status) => {
    answers = [{ status, headers: { "retry-after": "0" } }]
    for (const operation of ["pay", "verify"] as const) {
      gateway.received.length = 0
      await failureOf(CALLS[operation](clientOf()))
      expect(gateway.received).toHaveLength(1)
    }
  })

  it("never sends a debit twice after a lost connection", async () => {
    answers = [() => undefined]
    expect(await failureOf(clientOf().pay(TOKEN, PAYMENT))).toMatchObject({ kind: "outcome_unknown" })
    expect(gateway.received).toHaveLength(1)
  })

  it("sends a debit after a refused connection, on the same turn, and says so once", async () => {
    const turns = new FakeTurns()
    const on_turn = jest.fn(async () => true)
    const closed = await startTcp(() => undefined)
    await closed.stop()
    const error = await failureOf(clientOf({ baseUrl: closed.url, turns }).pay(TOKEN, PAYMENT, { on_turn }))
    expect(error).toMatchObject({ kind: "not_sent", reason: "connection" })
    expect(turns.asked).toHaveLength(1)
    expect(on_turn).toHaveBeenCalledTimes(1)

    const hung_up: number[] = []
    const flaky = await startTcp((socket) => {
      hung_up.push(1)
      socket.destroy()
    })
    const unreached = clientOf({ baseUrl: flaky.url.replace("http:", "https:"), turns })
    expect(await failureOf(unreached.pay(TOKEN, PAYMENT, { on_turn }))).toMatchObject({ kind: "not_sent" })
    expect(hung_up).toHaveLength(3)
    expect(turns.asked).toHaveLength(2)
    expect(on_turn).toHaveBeenCalledTimes(2)
    await flaky.stop()
  })

  it("queues again for a read that was really sent, and asks on_turn no second time", async () => {
    const turns = new FakeTurns()
    const on_turn = jest.fn(async () => true)
    answers = [{ status: 500 }, { status: 429, headers: { "retry-after": "3" } }, { status: 200, body: { status: "PENDING" } }]
    await clientOf({ turns }).getSession(TOKEN, { on_turn })
    expect(turns.asked).toHaveLength(3)
    expect(turns.paused.map(({ seconds }) => seconds)).toEqual([3])
    expect(on_turn).toHaveBeenCalledTimes(1)
  })

  it("tells of the failure that was sent when the repeat gets no turn", async () => {
    const turns = new FakeTurns()
    answers = [{ status: 503 }]
    turns.give = () => (turns.given.length === 0 ? { local_address: null } : null)
    expect(await failureOf(clientOf({ turns }).getSession(TOKEN))).toMatchObject({ kind: "unavailable", http_status: 503 })
  })

  it("cancels again after silence, and takes a 410 to its repeat for the success that it is", async () => {
    answers = [() => undefined, { status: 410 }]
    await expect(clientOf().cancel(TOKEN)).resolves.toEqual({ session_token: TOKEN, status: "UNKNOWN", raw_status: "" })
    answers = [{ status: 500 }, { status: 200, body: { status: "EXPIRED" } }]
    await expect(clientOf().cancel(TOKEN)).resolves.toMatchObject({ status: "EXPIRED" })
  })

  it("takes a 410 to the first cancellation, or after one that was refused, for what it says", async () => {
    answers = [{ status: 410 }]
    expect(await failureOf(clientOf().cancel(TOKEN))).toMatchObject({ kind: "gone" })
    answers = [{ status: 429, headers: { "retry-after": "0" } }, { status: 410 }]
    expect(await failureOf(clientOf().cancel(TOKEN))).toMatchObject({ kind: "gone" })
  })

  it("never says of a cancellation that may have arrived that it did not", async () => {
    answers = [() => undefined, { status: 429, headers: { "retry-after": "60" } }]
    expect(await failureOf(clientOf().cancel(TOKEN))).toMatchObject({ kind: "outcome_unknown", accepted: "unknown" })
    answers = [{ status: 500 }, { status: 401 }]
    expect(await failureOf(clientOf().cancel(TOKEN))).toMatchObject({ kind: "outcome_unknown", accepted: "unknown" })
    answers = [{ status: 500 }, { status: 409 }]
    expect(await failureOf(clientOf().cancel(TOKEN))).toMatchObject({ kind: "conflict" })
  })

  it("ends a pause with the deadline, or when the caller gives up", async () => {
    answers = [{ status: 429, headers: { "retry-after": "5" } }]
    const caller = new AbortController()
    const call = failureOf(clientOf().createSession(SESSION, { signal: caller.signal }))
    while (gateway.received.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    setTimeout(() => caller.abort(), 20)
    expect(await call).toMatchObject({ kind: "throttled" })
    expect(gateway.received).toHaveLength(1)
  })

  it("repeats nothing when it was told so", async () => {
    answers = [{ status: 500 }]
    await failureOf(clientOf({ retry: false }).getSession(TOKEN))
    expect(gateway.received).toHaveLength(1)
  })
})
