import { APPROVED, closeStages, eachAnswer, failureOf, lead, newReference, outcomeOf } from "./support"
import { startEcho, startStage, TERMS } from "./support"

const PAYMENT = { iban: APPROVED, iban_holder_name: "Max" }

afterEach(closeStages)

describe("what is open about access and errors, and what the client makes of each answer", () => {
  it.each(eachAnswer("missing-slash", { "not-found": 404, redirect: 301 }))(
    "[1-missing-slash] always sends the slash, whatever a path without it answers: %s",
    async (_, switches, status) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      const bare = await fetch(`${stage.url}/api/v1/payment-sessions/${token}`, { redirect: "manual" })
      expect(bare.status).toBe(status)
      expect((await stage.client.getSession(token)).status).toBe("PENDING")
    },
  )

  it.each(eachAnswer("unauthorized-answer", { challenge: "Bearer", bare: null }))(
    "[2-unauthorized-answer] calls a 401 unauthorized, however it is worded: %s",
    async (_, switches, challenge) => {
      const stage = await startStage({ switches, apiKeys: ["rk_other"] })
      expect(await failureOf(stage.start())).toMatchObject({ kind: "unauthorized", http_status: 401 })
      const { headers } = await stage.request("POST", "/payment-sessions/", {})
      expect(headers.get("www-authenticate")).toBe(challenge)
    },
  )

  it.each(eachAnswer("needless-bearer", { refused: 401, ignored: 200 }))(
    "[2-needless-bearer] sends no bearer where none is needed, where a wrong one is %s",
    async (_, switches, status) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      const wrong = { authorization: "Bearer rk_other" }
      expect((await stage.request("GET", `/payment-sessions/${token}/`, undefined, wrong)).status).toBe(status)
      expect((await stage.client.getSession(token)).status).toBe("PENDING")
      expect((await stage.submit(token)).status).toBe("completed")
    },
  )

  it.each(eachAnswer("caller-allow-list", { off: "PENDING", on: "unauthorized" }))(
    "[2-caller-allow-list] calls a refused address unauthorized, with the list %s",
    async (_, switches, expected) => {
      const stage = await startStage({ switches })
      expect(await outcomeOf(stage.client.createSession({ ...TERMS, lead: lead() }))).toBe(expected)
      const listed = await startStage({ switches, callerAddresses: ["127.0.0.1"] })
      expect((await listed.client.getSession(await listed.start())).status).toBe("PENDING")
    },
  )

  const email = { "lead.email": "Enter a valid email address." }
  it.each(eachAnswer("field-errors", { text: email, list: email, nested: email }))(
    "[4.1-field-errors] reads the errors of fields as %s",
    async (_, switches, fields) => {
      const stage = await startStage({ switches })
      const error = await failureOf(stage.start({ lead: lead({ email: "nobody" }) }))
      expect(error).toMatchObject({ kind: "invalid_request", http_status: 400, fields })
    },
  )

  it.each(eachAnswer("trouble-answer", { "json-500": 500, "html-502": 502, "empty-503": 503 }))(
    "[4.2-trouble] calls the outcome of a pay unknown, without a page's text, after a %s",
    async (_, switches, http_status) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      stage.sandbox.faults.payAnswers500AfterAcceptance = true
      const error = await failureOf(stage.submit(token))
      expect(error).toMatchObject({ kind: "outcome_unknown", http_status, accepted: "unknown" })
      expect(error.message).not.toContain("<")
    },
  )

  it.each(
    eachAnswer("pay-after-500", {
      debited: ["COMPLETED", "gone"],
      "in-progress": ["PAYMENT_IN_PROGRESS", "conflict"],
      "rolled-back": ["PENDING", "completed"],
    }),
  )(
    "[4.3-pay-after-500] learns by GET what became of a pay, and a repeat debits once at most: %s",
    async (_, switches, [status, repeated]) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      const tenant_reference_id = newReference()
      stage.sandbox.faults.payAnswers500AfterAcceptance = true
      await failureOf(stage.submit(token, { tenant_reference_id }))
      stage.sandbox.faults.payAnswers500AfterAcceptance = false
      expect((await stage.client.getSession(token)).status).toBe(status)
      expect(await outcomeOf(stage.submit(token, { tenant_reference_id }))).toBe(repeated)
      stage.sandbox.finish()
      expect(stage.record(token)).toMatchObject({ status: "COMPLETED", attempts: 1 })
    },
  )
})

describe("the limits per second", () => {
  const limited = { rateLimits: true, clock: () => new Date("2026-04-11T07:03:51Z") }

  it.each([
    ["[3-limit-get]", "get"],
    ["[3-limit-pay]", "pay"],
    ["[3-limit-verify]", "verify"],
  ] as const)("%s allow one call of an address", async (_, operation) => {
    const stage = await startStage(limited)
    const [one, other] = [await stage.open(), await stage.open()]
    expect((await stage[operation](one)).status).not.toBe(429)
    expect((await stage[operation](other)).status).toBe(429)
  })

  it("[3-limit-create] allow 50 sessions with a key", async () => {
    const stage = await startStage({ ...limited, apiKeys: ["rk_sandbox", "rk_other"] })
    const statuses = await Promise.all(Array.from({ length: 51 }, async () => (await stage.create()).status))
    expect(statuses.filter((status) => status === 201)).toHaveLength(50)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    const other = await stage.request("POST", "/payment-sessions/", {}, { authorization: "Bearer rk_other" })
    expect(other.status).toBe(400)
  })

  it("[3-limit-cancel] allow 50 cancellations with a key", async () => {
    const stage = await startStage(limited)
    const calls = Array.from({ length: 51 }, async () => (await stage.cancel("ps_unknown")).status)
    expect((await Promise.all(calls)).sort()).toEqual([...Array<number>(50).fill(404), 429])
  })

  it("[3-limit-iban] [3-limit-iban-address] allow 50 IBANs of a key, or of an address", async () => {
    const stage = await startStage(limited)
    const [one, other] = [await stage.open(), await stage.open()]
    const validate = async (token: string) =>
      (await stage.request("POST", "/iban-validate/", { iban: APPROVED }, { authorization: `Bearer ${token}` })).status
    const byKey = await Promise.all(Array.from({ length: 51 }, () => validate("rk_sandbox")))
    expect(byKey.sort()).toEqual([...Array<number>(50).fill(200), 429])
    const byAddress = await Promise.all(Array.from({ length: 51 }, (_, index) => validate(index % 2 ? one : other)))
    expect(byAddress.sort()).toEqual([...Array<number>(50).fill(200), 429])
  })

  it.each(
    eachAnswer("throttle-key", {
      connection: [429, 429],
      "forwarded-for": [200, 429],
      "customer-ip": [429, 200],
    }),
  )("[3-throttle-key] count an address by %s", async (_, switches, statuses) => {
    const stage = await startStage({ ...limited, switches })
    const one = await stage.open({ customer_ip: "203.0.113.1" })
    const other = await stage.open({ customer_ip: "203.0.113.2" })
    await stage.get(one)
    const forwarded = { "x-forwarded-for": "203.0.113.9" }
    expect([
      (await stage.request("GET", `/payment-sessions/${one}/`, undefined, forwarded)).status,
      (await stage.get(other)).status,
    ]).toEqual(statuses)
  })

  it.each(eachAnswer("throttle-scopes", { each: "completed", common: "throttled" }))(
    "[3-throttle-scopes] hold for get, pay and verify %s",
    async (_, switches, expected) => {
      const stage = await startStage({ ...limited, switches })
      const token = await stage.start()
      await stage.client.getSession(token)
      expect(await outcomeOf(stage.submit(token))).toBe(expected)
    },
  )

  it.each(eachAnswer("retry-after", { 1: 1, 60: 60, absent: null }))(
    "[3.1-retry-after] [3.1-answer] [3.1-whole-seconds] [4.2-429] tell the client to wait: %s",
    async (_, switches, retry_after_seconds) => {
      const stage = await startStage({ ...limited, switches })
      const [one, other] = [await stage.start(), await stage.start()]
      await stage.submit(one)
      expect(await failureOf(stage.submit(other))).toMatchObject({
        kind: "throttled",
        http_status: 429,
        accepted: "no",
        retry_after_seconds,
      })
      expect(stage.record(other)).toMatchObject({ status: "PENDING", attempts: 0 })
      const { headers, body } = await stage.pay(other, PAYMENT)
      expect(Object.keys(body).sort()).toEqual(["detail", "status_code"])
      expect(headers.get("retry-after")).toBe(retry_after_seconds === null ? null : String(retry_after_seconds))
    },
  )

  it("[3.1-wait-in-words] are read in the sentence where the header is missing", async () => {
    const detail = "Request was throttled. Expected available in 60 seconds."
    const { client } = await startEcho({ status: 429, body: { detail, status_code: 429 } })
    const call = client.pay("ps_1", { ...PAYMENT, tenant_reference_id: newReference() })
    expect((await failureOf(call)).retry_after_seconds).toBe(60)
  })
})
