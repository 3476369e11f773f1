import { MockAgent } from "undici"
import { inspect } from "node:util"
import { CatalystPayClient } from "../../src/gateway"
import { CREATED } from "../gateway/samples"
import {
  closeStages,
  failureOf,
  KEY,
  lead,
  matching,
  newReference,
  NOBODY,
  startEcho,
  startStage,
  TERMS,
} from "./support"

const TOKEN = "ps_abc123def456ghi789jkl012mno345"
const PAYMENT = { iban: "DE89370400440532013000", iban_holder_name: "Max", tenant_reference_id: "payses_1.1" }
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

afterEach(closeStages)

describe("environments", () => {
  it.each([
    ["[1-production-base] by default production", "https://api.catalystpay.com", {}],
    [
      "[1-staging-base] staging, when it is given,",
      "https://api.staging.catalystpay.com",
      { baseUrl: "https://api.staging.catalystpay.com/api/v1" },
    ],
  ])("%s is called below /api/v1", async (_, origin, options) => {
    const agent = new MockAgent()
    agent.disableNetConnect()
    agent.get(origin).intercept({ path: "/api/v1/payment-sessions/", method: "POST" }).reply(201, CREATED)
    const client = new CatalystPayClient({ apiKey: "rk_test", dispatcher: agent, ...options })
    const { session_token } = await client.createSession({ ...TERMS, lead: lead() })
    expect(session_token).toBe(TOKEN)
    await agent.close()
  })

  it("[1-hosted-page] reads the hosted page's address in the guide's answer", async () => {
    const { client } = await startEcho({ status: 201, body: CREATED })
    const { payment_url } = await client.createSession({ ...TERMS, lead: lead() })
    expect(payment_url).toBe(`https://pay.catalystpay.com/s/${TOKEN}`)
  })

  it("[1-staging-hosted-page] takes the hosted page's address from the answer, wherever it is", async () => {
    const stage = await startStage()
    const { payment_url, session_token } = await stage.client.createSession({ ...TERMS, lead: lead() })
    expect(payment_url).toBe(`${stage.url}/s/${session_token}`)
  })

  it("[1-key-prefix] [1-livemode] [1-test-mode] learns from the answer, not from its key, what is real", async () => {
    const stage = await startStage({ apiKeys: ["rk_sandbox"] })
    const { livemode, payment_gateway } = await stage.submit(await stage.start())
    expect({ livemode, test_mode: payment_gateway?.test_mode }).toEqual({ livemode: false, test_mode: true })
  })

  it("[1-test-mode] reads livemode and test_mode independently of each other", async () => {
    const { client } = await startEcho({
      status: 200,
      body: { status: "completed", livemode: true, payment_gateway: { test_mode: true } },
    })
    const { livemode, payment_gateway } = await client.pay(TOKEN, PAYMENT)
    expect([livemode, payment_gateway?.test_mode]).toEqual([true, true])
  })

  it("[1-closing-slash] ends every path in a slash", async () => {
    const { client, received } = await startEcho({ status: 200, body: { status: "PENDING", valid: true } })
    await client.getSession(TOKEN)
    await client.pay(TOKEN, PAYMENT)
    await client.verify(TOKEN, {})
    await client.cancel(TOKEN)
    await client.validateIban(PAYMENT.iban)
    expect(received.map(({ path }) => path)).toEqual([
      `/api/v1/payment-sessions/${TOKEN}/`,
      `/api/v1/payment-sessions/${TOKEN}/pay/`,
      `/api/v1/payment-sessions/${TOKEN}/verify/`,
      `/api/v1/payment-sessions/${TOKEN}/cancel/`,
      "/api/v1/iban-validate/",
    ])
  })
})

describe("authentication", () => {
  it("[2-bearer] [2-create-key] creates with a key as a bearer token, and with nothing else", async () => {
    const stage = await startStage()
    const create = (headers: Record<string, string>) =>
      stage.request("POST", "/payment-sessions/", { ...TERMS, lead: lead() }, headers)
    const token = await stage.start()
    expect((await create(KEY)).status).toBe(201)
    expect((await create({})).status).toBe(401)
    expect((await create({ authorization: "rk_sandbox" })).status).toBe(401)
    expect((await create({ authorization: `Bearer ${token}` })).status).toBe(401)
  })

  it("[2-get-no-key] [2-pay-no-key] [2-verify-no-key] reads, pays and verifies without a credential", async () => {
    const stage = await startStage()
    const token = await stage.open()
    expect((await stage.get(token)).status).toBe(200)
    expect((await stage.pay(token, { iban: "DE56100500009000000001" })).status).toBe(200)
    await stage.decide(token, "sign")
    expect((await stage.verify(token, {})).status).toBe(200)
    expect(stage.sandbox.calls.slice(1).filter(({ request_headers }) => "authorization" in request_headers)).toEqual([])
  })

  it("[2-no-needless-bearer] sends its key to create, validate and cancel only", async () => {
    const stage = await startStage()
    const token = await stage.start()
    await stage.client.validateIban(PAYMENT.iban)
    await stage.client.getSession(token)
    await stage.submit(token, { iban: "DE56100500009000000001" })
    await stage.client.verify(token, {})
    await failureOf(stage.client.cancel(token))
    const withKey = stage.sandbox.calls.filter(({ request_headers }) => "authorization" in request_headers)
    expect(withKey.map(({ operation }) => operation)).toEqual(["create", "iban-validate", "cancel"])
  })

  it("[2-cancel-key] cancels with a key only", async () => {
    const stage = await startStage()
    const token = await stage.start()
    expect((await stage.request("POST", `/payment-sessions/${token}/cancel/`)).status).toBe(401)
    expect(stage.record(token).status).toBe("PENDING")
    expect((await stage.client.cancel(token)).status).toBe("EXPIRED")
  })

  it.each([
    ["[2-iban-key] an API key", 200, () => KEY],
    ["[2-iban-session-token] [2-two-kinds] a session token", 200, (token: string) => bearer(token)],
    ["[2-iban-none] no credential", 401, () => ({})],
    ["[2-two-kinds] the token of no session", 401, () => bearer("ps_unknown")],
  ])("validates an IBAN with %s: %d", async (_, status, headers) => {
    const stage = await startStage()
    const token = await stage.start()
    const answer = await stage.request("POST", "/iban-validate/", { iban: PAYMENT.iban }, headers(token))
    expect(answer.status).toBe(status)
  })

  it("[2-iban-session-token] validates an IBAN by the client with the session's token instead of the key", async () => {
    const stage = await startStage()
    const session_token = await stage.start()
    expect((await stage.client.validateIban(PAYMENT.iban, { session_token })).valid).toBe(true)
    expect(stage.sandbox.calls.at(-1)?.request_headers.authorization).toBe("Bearer ps_…")
  })

  it("[2-bad-key] [4.2-401] answers a wrong key with 401, which the client calls unauthorized", async () => {
    const stage = await startStage({ apiKeys: ["rk_other"] })
    const error = await failureOf(stage.start())
    expect(error).toMatchObject({ kind: "unauthorized", http_status: 401 })
    expect(error.message).toContain("is it a key of this environment?")
  })

  it("[2-token-secret] shows neither a session token nor its key in an error", async () => {
    const stage = await startStage({ apiKeys: ["rk_sandbox"] })
    const error = await failureOf(stage.client.getSession(TOKEN))
    expect(error.http_status).toBe(404)
    const shown = `${error.stack} ${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)}`
    expect(shown).not.toContain(TOKEN)
    expect(shown).not.toContain("rk_sandbox")
    expect(stage.log.join()).not.toContain(TOKEN)
  })

  it("[2-token-shape] gets tokens of ps_ and 30 characters, and takes others", async () => {
    const stage = await startStage()
    expect(await stage.start()).toEqual(matching(/^ps_[a-z0-9]{30}$/))
    const { client } = await startEcho({ status: 201, body: { session_token: NOBODY, status: "PENDING" } })
    expect((await client.createSession({ ...TERMS, lead: lead() })).session_token).toBe(NOBODY)
  })
})

describe("endpoints", () => {
  it("[3-created-status] answers a created session with 201", async () => {
    const stage = await startStage()
    await stage.start()
    expect(stage.sandbox.calls).toMatchObject([{ operation: "create", status: 201 }])
  })

  it("[3-ok-status] answers every other success with 200", async () => {
    const stage = await startStage()
    const [cancelled, paid] = [await stage.start(), await stage.start()]
    stage.sandbox.clearCalls()
    await stage.client.getSession(paid)
    await stage.submit(paid, { iban: "DE56100500009000000001", tenant_reference_id: newReference() })
    await stage.decide(paid, "sign")
    await stage.client.verify(paid, {})
    await stage.client.cancel(cancelled)
    await stage.client.validateIban(PAYMENT.iban)
    expect(stage.sandbox.calls.map(({ operation, status }) => `${operation} ${status}`)).toEqual([
      "get 200",
      "pay 200",
      "verify 200",
      "cancel 200",
      "iban-validate 200",
    ])
  })
})
