import { APPROVED, AWAITING, closeStages, DECLINED, eachAnswer, failureOf, HARD_DECLINE, KEY } from "./support"
import { lead, newReference, outcomeOf, startStage } from "./support"

const FOREIGN = "GB82WEST12345698765432"
const MALFORMED = "DE00370400440532013000"

afterEach(closeStages)

describe("what is open about paying, and what the client makes of each answer", () => {
  it.each(eachAnswer("iban-spelling", { any: 200, strict: 400 }))(
    "[6.1-iban-spelling] the client writes an IBAN so that it is taken, where spelling is %s",
    async (_, switches, status) => {
      const stage = await startStage({ switches })
      const spelt = "de89 3704 0044 0532 0130 00"
      expect((await stage.pay(await stage.open(), { iban: spelt })).status).toBe(status)
      expect((await stage.submit(await stage.start(), { iban: spelt })).status).toBe("completed")
    },
  )

  it.each(
    eachAnswer("holder-length", {
      70: ["completed", "completed", "invalid_request", "invalid_request"],
      255: ["completed", "completed", "completed", "invalid_request"],
      35: ["completed", "invalid_request", "invalid_request", "invalid_request"],
    }),
  )("[6.1-holder-length] a name that is too long is no attempt: %s", async (_, switches, expected) => {
    const stage = await startStage({ switches })
    const outcomes: string[] = []
    for (const length of [35, 70, 255, 256]) {
      const token = await stage.start()
      outcomes.push(await outcomeOf(stage.submit(token, { iban_holder_name: "x".repeat(length) })))
      expect(stage.record(token).attempts).toBe(outcomes.at(-1) === "completed" ? 1 : 0)
    }
    expect(outcomes).toEqual(expected)
  })

  it.each(eachAnswer("malformed-iban", { 400: "invalid_request", declined: "declined" }))(
    "[6.1-malformed-iban] a malformed IBAN is refused, and shown by nobody: %s",
    async (_, switches, expected) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      const answer = await stage.submit(token, { iban: MALFORMED }).catch((error: unknown) => error)
      expect(answer).toMatchObject(
        expected === "declined" ? { status: expected, error_details: { code: "invalid_iban" } } : { kind: expected },
      )
      expect(JSON.stringify(answer)).not.toContain(MALFORMED)
      expect((await stage.client.getSession(token)).status).toBe("PENDING")
    },
  )

  it.each(eachAnswer("iban-country", { any: "completed", same: "invalid_request" }))(
    "[6.1-iban-country] an IBAN of %s country is paid with or refused as a field",
    async (_, switches, expected) => {
      const stage = await startStage({ switches })
      const token = await stage.start({ lead: lead({ country: "DE" }) })
      expect(await outcomeOf(stage.submit(token, { iban: FOREIGN }))).toBe(expected)
      const british = await stage.start({ lead: lead({ country: "GB" }) })
      expect((await stage.submit(british, { iban: FOREIGN })).status).toBe("completed")
    },
  )

  it.each(eachAnswer("spaces-reference", { blank: 400, kept: 200 }))(
    "[6.1-reference-spaces] the client sends no reference of spaces, which is %s",
    async (_, switches, status) => {
      const stage = await startStage({ switches })
      expect((await stage.pay(await stage.open(), { tenant_reference_id: "  " })).status).toBe(status)
      const error = await failureOf(stage.submit(await stage.start(), { tenant_reference_id: "  " }))
      expect(error).toMatchObject({ kind: "invalid_request", http_status: null })
    },
  )

  it.each(eachAnswer("reference-case", { distinct: "completed", same: "conflict" }))(
    "[6.1-reference-case] references that differ in case only are %s",
    async (_, switches, expected) => {
      const stage = await startStage({ switches })
      await stage.submit(await stage.start(), { tenant_reference_id: "payses_case.1" })
      const again = stage.submit(await stage.start(), { tenant_reference_id: "PAYSES_CASE.1" })
      expect(await outcomeOf(again)).toBe(expected)
    },
  )

  it.each(eachAnswer("declined-reference", { "used-up": "conflict", free: "completed" }))(
    "[6.1-declined-reference] an attempt with a reference of its own follows a decline, whose reference is %s",
    async (_, switches, expected) => {
      const stage = await startStage({ switches })
      const [one, other] = [await stage.start(), await stage.start()]
      const tenant_reference_id = newReference()
      await stage.submit(one, { iban: DECLINED, tenant_reference_id })
      await stage.submit(other, { iban: DECLINED })
      expect(await outcomeOf(stage.submit(one, { tenant_reference_id }))).toBe(expected)
      expect((await stage.submit(other)).status).toBe("completed")
    },
  )

  it.each(eachAnswer("refused-attempt", { free: 3, counted: 2 }))(
    "[6.4-refused-attempt] a pay that was refused leaves the attempts that GET tells: %s",
    async (_, switches, attempts_remaining) => {
      const stage = await startStage({ switches })
      const tenant_reference_id = newReference()
      await stage.submit(await stage.start(), { tenant_reference_id })
      const token = await stage.start()
      expect(await failureOf(stage.submit(token, { tenant_reference_id }))).toMatchObject({ accepted: "no" })
      expect(await stage.client.getSession(token)).toMatchObject({ status: "PENDING", attempts_remaining })
      expect((await stage.submit(token)).status).toBe("completed")
    },
  )

  it.each(eachAnswer("hard-decline", { "ends-session": "FAILED", "stays-pending": "PENDING" }))(
    "[6.4-hard-decline] retry_allowed says that it is over, whether the session %s",
    async (_, switches, status) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      expect((await stage.submit(token, { iban: HARD_DECLINE })).retry_allowed).toBe(false)
      expect((await stage.client.getSession(token)).status).toBe(status)
    },
  )
})

describe("what is open about verification, and what the client makes of each answer", () => {
  it.each(
    eachAnswer("verification-return", {
      verification_id: ["verification_id"],
      "other-name": ["mandate_verification"],
      none: [],
    }),
  )("[6.5-verification-return] verify needs no id, which comes back as %s", async (_, switches, parameters) => {
    const stage = await startStage({ switches, returnUrl: "http://shop.example/back" })
    const token = await stage.start()
    await stage.submit(token, { iban: AWAITING })
    const back = new URL((await stage.decide(token, "sign")).headers.get("location") ?? "")
    expect([...back.searchParams.keys()]).toEqual(parameters)
    expect((await stage.client.verify(token, {})).status).toBe("completed")
  })

  it.each(eachAnswer("unreturned-verification", { waits: "AWAITING_VERIFICATION", collected: "COMPLETED" }))(
    "[6.5-unreturned] GET tells what became of a signed mandate that nobody verified: it %s",
    async (_, switches, status) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      await stage.submit(token, { iban: AWAITING })
      await stage.decide(token, "sign")
      expect((await stage.client.getSession(token)).status).toBe(status)
      const verified = await outcomeOf(stage.client.verify(token, {}))
      expect(verified).toBe(status === "COMPLETED" ? "gone" : "completed")
    },
  )

  it.each(
    eachAnswer("early-verify", {
      waits: ["awaiting_verification", "AWAITING_VERIFICATION"],
      declined: ["declined", "PENDING"],
      conflict: ["conflict", "AWAITING_VERIFICATION"],
    }),
  )("[6.5-early-verify] verify before the shopper has decided: %s", async (_, switches, expected) => {
    const stage = await startStage({ switches })
    const token = await stage.start()
    await stage.submit(token, { iban: AWAITING })
    const outcome = await outcomeOf(stage.client.verify(token, {}))
    expect([outcome, (await stage.client.getSession(token)).status]).toEqual(expected)
  })
})

describe("what is open about validating an IBAN, and what the client makes of each answer", () => {
  const GENERAL = "CatalystPay does not accept this IBAN."
  const SAID = "Invalid IBAN"
  it.each(eachAnswer("iban-message-key", { error: SAID, message: SAID, detail: SAID, none: GENERAL }))(
    "[8-iban-message-key] the client finds the message under %s",
    async (_, switches, message) => {
      const { client } = await startStage({ switches })
      expect(await client.validateIban(MALFORMED)).toEqual({ valid: false, bank_name: null, bic: null, message })
    },
  )

  it.each(eachAnswer("invalid-iban-answer", { 200: 200, 400: 400 }))(
    "[8-invalid-iban-answer] the client takes an invalid IBAN for an answer, if it comes with %s",
    async (_, switches, status) => {
      const stage = await startStage({ switches })
      expect((await stage.request("POST", "/iban-validate/", { iban: MALFORMED }, KEY)).status).toBe(status)
      const { valid, message } = await stage.client.validateIban(MALFORMED)
      expect({ valid, said: message?.includes("Invalid IBAN") }).toEqual({ valid: false, said: true })
      expect((await stage.client.validateIban(APPROVED)).valid).toBe(true)
    },
  )
})
