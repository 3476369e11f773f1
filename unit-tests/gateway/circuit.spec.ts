import { CatalystPayClient } from "../../src/gateway/client"
import { CALLS, expectNoSecrets, failureOf, KEY, OPERATIONS, PAYMENT, TOKEN } from "./calls"
import { FakeTurns } from "./fake-turns"
import { Loopback } from "./loopback"

const NOW = new Date("2026-04-11T07:00:00.000Z")
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000)

let gateway: Loopback
let client: CatalystPayClient
let turns: FakeTurns

beforeAll(async () => {
  gateway = await Loopback.start()
})
beforeEach(() => {
  // The clock on the wall alone: the calls themselves are real.
  jest.useFakeTimers({
    now: NOW,
    doNotFake: [
      "hrtime",
      "nextTick",
      "performance",
      "queueMicrotask",
      "setImmediate",
      "clearImmediate",
      "setInterval",
      "clearInterval",
      "setTimeout",
      "clearTimeout",
    ],
  })
  gateway.received.length = 0
  gateway.answer = { status: 503 }
  turns = new FakeTurns()
  client = new CatalystPayClient({ apiKey: KEY, baseUrl: gateway.url, retry: false, turns })
})
afterEach(async () => {
  jest.useRealTimers()
  await client.close()
})
afterAll(() => gateway.stop())

async function fail(times: number): Promise<void> {
  for (let call = 0; call < times; call += 1) {
    await failureOf(client.getSession(TOKEN))
  }
}

it("is closed at first", () => {
  expect(client.circuit).toEqual({ state: "closed", consecutive_failures: 0, since: NOW, next_probe_at: null })
})

it("opens at the fifth failure in a row: then calls fail at once, unsent, and say when the next one is let through", async () => {
  await fail(4)
  expect(client.circuit).toMatchObject({ state: "closed", consecutive_failures: 4 })
  jest.setSystemTime(later(3))
  await fail(1)
  expect(client.circuit).toEqual({
    state: "open",
    consecutive_failures: 5,
    since: later(3),
    next_probe_at: later(13),
  })
  const sent = gateway.received.length
  const given = turns.asked.length
  for (const operation of OPERATIONS) {
    const error = await failureOf(CALLS[operation](client))
    expect(error).toMatchObject({ kind: "not_sent", reason: "circuit_open", operation, accepted: "no" })
    expect(error.message).toContain(
      "was not sent: 5 calls in a row failed, so none is made: the next one is let through at 2026-04-11T07:00:13.000Z.",
    )
    expectNoSecrets(error)
  }
  expect(gateway.received).toHaveLength(sent)
  expect(turns.asked).toHaveLength(given)
})

it("lets one call through after ten seconds and closes when it is answered", async () => {
  await fail(5)
  jest.setSystemTime(later(10))
  expect(client.circuit).toMatchObject({ state: "half_open", since: NOW })
  let answer: () => void = () => undefined
  gateway.answer = (response) => {
    answer = () => response.end('{"status":"PENDING"}')
  }
  const probe = client.getSession(TOKEN)
  while (gateway.received.length < 6) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  expect(client.circuit).toMatchObject({ state: "half_open", next_probe_at: null })
  const meanwhile = await failureOf(client.pay(TOKEN, PAYMENT))
  expect(meanwhile).toMatchObject({ kind: "not_sent", reason: "circuit_open" })
  expect(meanwhile.message).toContain("a probe is on its way.")
  answer()
  await expect(probe).resolves.toMatchObject({ status: "PENDING" })
  expect(client.circuit).toEqual({ state: "closed", consecutive_failures: 0, since: later(10), next_probe_at: null })
})

it("stays open for ten seconds more when the probe fails", async () => {
  await fail(5)
  jest.setSystemTime(later(10))
  expect(await failureOf(client.getSession(TOKEN))).toMatchObject({ kind: "unavailable", http_status: 503 })
  expect(client.circuit).toEqual({ state: "open", consecutive_failures: 6, since: NOW, next_probe_at: later(20) })
})

it("stays open when the probe tells nothing, because its caller did not want it any more", async () => {
  await fail(5)
  jest.setSystemTime(later(10))
  expect(await failureOf(client.pay(TOKEN, PAYMENT, { on_turn: async () => false }))).toMatchObject({
    reason: "turn_declined",
  })
  expect(client.circuit).toMatchObject({ state: "open", next_probe_at: later(20) })
  jest.setSystemTime(later(20))
  const broken = new Error("the ledger could not be written")
  await expect(client.pay(TOKEN, PAYMENT, { on_turn: () => Promise.reject(broken) })).rejects.toBe(broken)
  expect(client.circuit).toMatchObject({ state: "open", next_probe_at: later(30) })
})

it("counts a call that is tried several times once", async () => {
  const patient = new CatalystPayClient({ apiKey: KEY, baseUrl: gateway.url })
  await Promise.all([1, 2, 3, 4].map(() => failureOf(patient.getSession(TOKEN))))
  expect(gateway.received).toHaveLength(12)
  expect(patient.circuit).toMatchObject({ state: "closed", consecutive_failures: 4 })
  await failureOf(patient.getSession(TOKEN))
  expect(patient.circuit).toMatchObject({ state: "open", consecutive_failures: 5 })
  jest.setSystemTime(later(10))
  await failureOf(patient.getSession(TOKEN))
  expect(gateway.received).toHaveLength(16)
  expect(patient.circuit).toMatchObject({ state: "open", next_probe_at: later(20) })
  await patient.close()
})

it.each([400, 401, 404, 409, 410, 429, 302])("counts %i as a sign of life", async (status) => {
  await fail(4)
  gateway.answer = { status }
  await failureOf(client.pay(TOKEN, PAYMENT))
  expect(client.circuit.consecutive_failures).toBe(0)
})

it("counts what could not be connected, was lost, or was no answer", async () => {
  await fail(1)
  gateway.answer = (response) => response.socket?.resetAndDestroy()
  await failureOf(client.pay(TOKEN, PAYMENT))
  gateway.answer = { status: 200, body: "<html>" }
  await failureOf(client.cancel(TOKEN))
  gateway.answer = () => undefined
  await failureOf(client.pay(TOKEN, PAYMENT, { deadline_ms: 30 }))
  turns.give = () => ({ local_address: "192.0.2.1" })
  await failureOf(client.pay(TOKEN, PAYMENT))
  expect(client.circuit).toMatchObject({ state: "open", consecutive_failures: 5 })
})

it("does not count what says nothing of the gateway", async () => {
  await fail(4)
  const caller = new AbortController()
  gateway.answer = () => caller.abort()
  await failureOf(client.pay(TOKEN, PAYMENT, { signal: caller.signal }))
  await failureOf(client.pay(TOKEN, PAYMENT, { on_turn: async () => false }))
  await failureOf(client.pay(TOKEN, PAYMENT, { deadline_ms: 0 }))
  await failureOf(client.pay("", PAYMENT))
  turns.give = () => null
  await failureOf(client.pay(TOKEN, PAYMENT))
  expect(client.circuit).toMatchObject({ state: "closed", consecutive_failures: 4 })
})
