import { getEventListeners } from "node:events"
import { CatalystPayClient, type CatalystPayClientOptions } from "../../src/gateway/client"
import { CALLS, expectNoSecrets, failureOf, KEY, OPERATIONS, PAYMENT, SESSION, TOKEN } from "./calls"
import { FakeTurns, untilAborted } from "./fake-turns"
import { Loopback, startTcp } from "./loopback"

const ANSWER = { session_token: TOKEN, status: "completed", valid: true }

let gateway: Loopback
let turns: FakeTurns
const clients: CatalystPayClient[] = []

beforeAll(async () => {
  gateway = await Loopback.start()
})
beforeEach(() => {
  gateway.received.length = 0
  gateway.answer = { status: 200, body: ANSWER }
  turns = new FakeTurns()
})
afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())))
afterAll(() => gateway.stop())

function clientOf(options: Partial<CatalystPayClientOptions> = {}): CatalystPayClient {
  const client = new CatalystPayClient({ apiKey: KEY, baseUrl: gateway.url, turns, ...options })
  clients.push(client)
  return client
}

describe("turns", () => {
  it("are taken by get, pay and verify, each of its kind, and by nothing else", async () => {
    const client = clientOf()
    for (const operation of OPERATIONS) {
      await CALLS[operation](client)
    }
    expect(turns.asked.map(({ kind }) => kind)).toEqual(["get", "pay", "verify"])
    expect(gateway.received).toHaveLength(OPERATIONS.length)
  })

  it("are not needed by a client that was given none", async () => {
    await clientOf({ turns: undefined }).pay(TOKEN, PAYMENT)
    expect(gateway.received).toHaveLength(1)
  })

  it("are not taken for input that is refused", async () => {
    await failureOf(clientOf().pay(TOKEN, { ...PAYMENT, tenant_reference_id: "" }))
    await failureOf(clientOf().getSession(""))
    expect(turns.asked).toEqual([])
  })

  it("that do not come leave the call unsent, and say so", async () => {
    turns.give = () => null
    const error = await failureOf(clientOf().pay(TOKEN, PAYMENT, { turn_within_ms: 40 }))
    expect(error).toMatchObject({ kind: "not_sent", reason: "no_turn", http_status: null, accepted: "no" })
    expect(error.message).toBe(
      "Submitting a debit to CatalystPay (POST /payment-sessions/{session_token}/pay/) was not sent: its turn did not " +
        "come within 40 ms. CatalystPay allows one such call a second from an address.",
    )
    expect(turns.asked).toEqual([{ kind: "pay", within_ms: 40 }])
    expect(gateway.received).toEqual([])
  })

  it("are waited for as long as the deadline allows", async () => {
    const client = clientOf({ timeouts: { overall_submit_ms: 5_000, overall_read_ms: 4_000 } })
    await client.pay(TOKEN, PAYMENT)
    await client.getSession(TOKEN)
    await client.getSession(TOKEN, { deadline_ms: 3_000 })
    await client.getSession(TOKEN, { deadline_ms: 3_000, turn_within_ms: 60_000 })
    const [pay = 0, get = 0, ...shorter] = turns.asked.map(({ within_ms }) => within_ms)
    expect(pay).toBeGreaterThan(4_000)
    expect(pay).toBeLessThanOrEqual(5_000)
    expect(get).toBeGreaterThan(3_000)
    expect(get).toBeLessThanOrEqual(4_000)
    for (const within_ms of shorter) {
      expect(within_ms).toBeLessThanOrEqual(3_000)
    }
  })

  it("are given up with the call", async () => {
    turns.give = untilAborted
    const caller = new AbortController()
    const call = failureOf(clientOf().pay(TOKEN, PAYMENT, { signal: caller.signal }))
    caller.abort()
    expect(await call).toMatchObject({ kind: "not_sent", reason: "aborted" })
    expect(await failureOf(clientOf().pay(TOKEN, PAYMENT, { deadline_ms: 20 }))).toMatchObject({
      kind: "not_sent",
      reason: "no_turn",
    })
    expect(gateway.received).toEqual([])
  })

  it("are used when the request goes out, and not while no connection stands", async () => {
    await clientOf().getSession(TOKEN)
    expect(turns.used).toEqual([{ local_address: null }])
    await failureOf(clientOf({ baseUrl: "http://127.0.0.1:1/api/v1" }).getSession(TOKEN))
    expect(turns.given).toHaveLength(2)
    expect(turns.used).toHaveLength(1)
  })

  it("are paused for everybody when the gateway throttles all the same", async () => {
    const turn = { local_address: null }
    turns.give = () => turn
    gateway.answer = { status: 429, headers: { "retry-after": "60" } }
    expect(await failureOf(clientOf().pay(TOKEN, PAYMENT))).toMatchObject({ kind: "throttled", reason: null })
    gateway.answer = { status: 429 }
    await failureOf(clientOf().verify(TOKEN, {}))
    expect(turns.paused).toEqual([
      { turn, seconds: 60 },
      { turn, seconds: 1 },
    ])
    expect(turns.paused[0]?.turn).toBe(turn)
  })

  it("say which address of this machine the call is sent from, over connections of its own", async () => {
    const callers: (string | undefined)[] = []
    gateway.answer = (response, request) => {
      callers.push(request.socket.remoteAddress)
      response.end(JSON.stringify(ANSWER))
    }
    const client = clientOf()
    for (const local_address of ["127.0.0.2", "127.0.0.3", null, "127.0.0.2"]) {
      turns.give = () => ({ local_address })
      await client.pay(TOKEN, PAYMENT)
    }
    await client.cancel(TOKEN)
    expect(callers).toEqual(["127.0.0.2", "127.0.0.3", "127.0.0.1", "127.0.0.2", "127.0.0.1"])
  })

  it("for an address that this machine does not have leave the call unsent", async () => {
    for (const local_address of ["192.0.2.1", "no address"]) {
      turns.give = () => ({ local_address })
      const error = await failureOf(clientOf().pay(TOKEN, PAYMENT))
      expect(error).toMatchObject({ kind: "not_sent", reason: "connection" })
      expectNoSecrets(error)
    }
  })
})

describe("on_turn", () => {
  it("is awaited between turn and request", async () => {
    const order: string[] = []
    turns.give = () => {
      order.push("turn")
      return { local_address: null }
    }
    gateway.answer = (response) => {
      order.push("sent")
      response.end(JSON.stringify(ANSWER))
    }
    const on_turn = async () => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      order.push("on_turn")
      return true
    }
    await clientOf({ timeouts: { connect_ms: 5 } }).pay(TOKEN, PAYMENT, { on_turn })
    expect(order).toEqual(["turn", "on_turn", "sent"])
  })

  it.each(OPERATIONS)("can decline: %s is not sent then", async (operation) => {
    const options = { on_turn: async () => false }
    const client = clientOf()
    const calls = {
      create_session: () => client.createSession(SESSION, options),
      get_session: () => client.getSession(TOKEN, options),
      validate_iban: () => client.validateIban(PAYMENT.iban, options),
      pay: () => client.pay(TOKEN, PAYMENT, options),
      verify: () => client.verify(TOKEN, {}, options),
      cancel: () => client.cancel(TOKEN, options),
    }
    const error = await failureOf(calls[operation]())
    expect(error).toMatchObject({ kind: "not_sent", reason: "turn_declined", operation, accepted: "no" })
    expect(gateway.received).toEqual([])
  })

  it("throws its own error on, and nothing is sent", async () => {
    const broken = new Error("the ledger could not be written")
    await expect(clientOf().pay(TOKEN, PAYMENT, { on_turn: () => Promise.reject(broken) })).rejects.toBe(broken)
    expect(gateway.received).toEqual([])
  })

  it("is waited for past the deadline, so that the failure never overtakes what it writes", async () => {
    let written = false
    const on_turn = async () => {
      await new Promise((resolve) => setTimeout(resolve, 60))
      written = true
      return true
    }
    const error = await failureOf(clientOf().pay(TOKEN, PAYMENT, { deadline_ms: 20, on_turn }))
    expect(error).toMatchObject({ kind: "not_sent", reason: "deadline", accepted: "no" })
    expect(written).toBe(true)
    expect(gateway.received).toEqual([])
  })

  it("is not asked when no turn came", async () => {
    turns.give = () => null
    const on_turn = jest.fn(async () => true)
    await failureOf(clientOf().pay(TOKEN, PAYMENT, { on_turn }))
    expect(on_turn).not.toHaveBeenCalled()
  })
})

describe("deadline and signal", () => {
  it("leave an unknown outcome behind when the call is on the wire", async () => {
    gateway.answer = () => undefined
    const client = clientOf()
    const late = await failureOf(client.pay(TOKEN, PAYMENT, { deadline_ms: 40 }))
    expect(late).toMatchObject({ kind: "outcome_unknown", reason: "deadline", accepted: "unknown", http_status: null })
    expect(late.message).toContain("got no answer (its deadline passed): ")
    const caller = new AbortController()
    gateway.answer = () => caller.abort(new Error(`${KEY} ${TOKEN}`))
    const aborted = await failureOf(client.pay(TOKEN, PAYMENT, { signal: caller.signal }))
    expect(aborted).toMatchObject({ kind: "outcome_unknown", reason: "aborted", accepted: "unknown" })
    expectNoSecrets(aborted)
    const again = new AbortController()
    gateway.answer = () => again.abort()
    const reading = await failureOf(client.getSession(TOKEN, { signal: again.signal }))
    expect(reading).toMatchObject({ kind: "unavailable", reason: "aborted", accepted: "no" })
  })

  it("do not undo a status that has arrived already", async () => {
    gateway.answer = (response) => response.socket?.write("HTTP/1.1 409 Conflict\r\ncontent-length: 500\r\n\r\n{")
    const error = await failureOf(clientOf().pay(TOKEN, PAYMENT, { deadline_ms: 1_000 }))
    expect(error).toMatchObject({ kind: "conflict", http_status: 409, reason: null, accepted: "no" })
    gateway.answer = (response) => response.socket?.write("HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{")
    expect(await failureOf(clientOf().pay(TOKEN, PAYMENT, { deadline_ms: 1_000 }))).toMatchObject({
      kind: "outcome_unknown",
      http_status: 200,
      reason: null,
    })
  })

  it("keep what waits for a connection from being sent at all", async () => {
    const mute = await startTcp(() => undefined)
    const client = clientOf({ baseUrl: mute.url.replace("http:", "https:") })
    expect(await failureOf(client.pay(TOKEN, PAYMENT, { deadline_ms: 40 }))).toMatchObject({
      kind: "not_sent",
      reason: "deadline",
    })
    const caller = new AbortController()
    setTimeout(() => caller.abort(), 20)
    expect(await failureOf(client.pay(TOKEN, PAYMENT, { signal: caller.signal }))).toMatchObject({
      kind: "not_sent",
      reason: "aborted",
    })
    await mute.stop()
  })

  it("that have passed before the call send nothing and take no turn", async () => {
    const client = clientOf()
    expect(await failureOf(client.pay(TOKEN, PAYMENT, { deadline_ms: 0 }))).toMatchObject({
      kind: "not_sent",
      reason: "deadline",
    })
    expect(await failureOf(client.cancel(TOKEN, { signal: AbortSignal.abort() }))).toMatchObject({
      kind: "not_sent",
      reason: "aborted",
    })
    expect(turns.asked).toEqual([])
    expect(gateway.received).toEqual([])
  })

  it("may be as long as one likes", async () => {
    await clientOf().pay(TOKEN, PAYMENT, { deadline_ms: Infinity })
    await clientOf().pay(TOKEN, PAYMENT, { deadline_ms: 2 ** 40 })
    expect(gateway.received).toHaveLength(2)
  })

  it("hold on to nothing when the call is over", async () => {
    const caller = new AbortController()
    const client = clientOf()
    await client.pay(TOKEN, PAYMENT, { signal: caller.signal })
    gateway.answer = { status: 409 }
    await failureOf(client.pay(TOKEN, PAYMENT, { signal: caller.signal }))
    expect(getEventListeners(caller.signal, "abort")).toEqual([])
  })

  it("say of a lost connection that it was the connection", async () => {
    gateway.answer = (response) => response.socket?.destroy()
    expect(await failureOf(clientOf().pay(TOKEN, PAYMENT))).toMatchObject({
      kind: "outcome_unknown",
      reason: "connection",
    })
  })
})
