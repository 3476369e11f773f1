import { APPROVED, AWAITING, closeStages, DIRECT, eachAnswer, failureOf, lead, outcomeOf, startStage } from "./support"

const RECURRING = { ...DIRECT, billing_type: "RECURRING" as const }
const TRIAL = {
  ...DIRECT,
  billing_type: "TRIAL_RECURRING",
  billing_frequency: "MONTHLY",
  trial_interval_unit: "week",
  trial_period: 1,
  trial_price: "0.00",
} as const

afterEach(closeStages)

describe("what is open about creating a session, and what the client makes of each answer", () => {
  it.each(eachAnswer("zero-amount", { refused: "invalid_request", accepted: "PENDING" }))(
    "[5.1-zero-amount] an amount of zero is %s",
    async (_, switches, expected) => {
      const stage = await startStage({ switches })
      const created = stage.client.createSession({ ...DIRECT, amount: "0.00", lead: lead() })
      expect(await outcomeOf(created)).toBe(expected)
    },
  )

  it.each(eachAnswer("other-currencies", { accepted: "PENDING", refused: "invalid_request" }))(
    "[5.1-other-currencies] a currency other than EUR is %s",
    async (_, switches, expected) => {
      const stage = await startStage({ switches })
      const created = stage.client.createSession({ ...DIRECT, currency: "CHF", lead: lead() })
      expect(await outcomeOf(created)).toBe(expected)
      expect((await stage.client.createSession({ ...DIRECT, lead: lead() })).status).toBe("PENDING")
    },
  )

  it.each(eachAnswer("billing-frequency", { optional: "PENDING", required: "invalid_request" }))(
    "[5.1-billing-frequency] a recurring session's frequency is %s",
    async (_, switches, expected) => {
      const { client } = await startStage({ switches })
      expect(await outcomeOf(client.createSession({ ...RECURRING, lead: lead() }))).toBe(expected)
      const monthly = { ...RECURRING, billing_frequency: "MONTHLY" as const }
      expect((await client.createSession({ ...monthly, lead: lead() })).status).toBe("PENDING")
      expect((await client.createSession({ ...DIRECT, lead: lead() })).status).toBe("PENDING")
    },
  )

  it.each(eachAnswer("trial-price-zero", { allowed: "PENDING", refused: "invalid_request" }))(
    "[5.1-trial-price-zero] a free trial is %s",
    async (_, switches, expected) => {
      const { client } = await startStage({ switches })
      expect(await outcomeOf(client.createSession({ ...TRIAL, lead: lead() }))).toBe(expected)
      expect((await client.createSession({ ...TRIAL, trial_price: "1.00", lead: lead() })).status).toBe("PENDING")
    },
  )

  it.each(eachAnswer("unknown-fields", { ignored: 201, refused: 400 }))(
    "[5.1-unknown-fields] the client sends none of the fields that are %s",
    async (_, switches, status) => {
      const stage = await startStage({ switches })
      expect((await stage.create({ metadata: {} })).status).toBe(status)
      const address = { address: "Musterstrasse 42", city: "Berlin", postal_code: "10115", phone: "+493012345678" }
      const token = await stage.start({ lead: lead(address), customer_ip: "203.0.113.7", max_payment_attempts: 3 })
      expect((await stage.client.validateIban(APPROVED)).valid).toBe(true)
      expect((await stage.submit(token, { iban: AWAITING })).status).toBe("awaiting_verification")
      await stage.decide(token, "sign")
      expect((await stage.client.verify(token, { verification_id: "vnd_verify_abc123" })).status).toBe("completed")
      expect((await stage.client.createSession({ ...DIRECT, lead: lead() })).status).toBe("PENDING")
    },
  )

  it.each(eachAnswer("lead-phone", { any: null, e164: "lead.phone" }))(
    "[5.1-lead-phone] a refused phone number is named, so that it can be left out: %s",
    async (_, switches, refused) => {
      const stage = await startStage({ switches })
      const local = stage.start({ lead: lead({ phone: "030 / 123 45 67" }) })
      const named = refused === null ? (await local, []) : Object.keys((await failureOf(local)).fields ?? {})
      expect(named).toEqual(refused === null ? [] : [refused])
      expect(await stage.start({ lead: lead({ phone: "+493012345678" }) })).toMatch(/^ps_/)
      expect(await stage.start({ lead: lead() })).toMatch(/^ps_/)
    },
  )

  it.each(eachAnswer("duplicate-lead", { reused: true, new: false, refused: null }))(
    "[5.1-duplicate-lead] a lead that is known is %s",
    async (_, switches, same) => {
      const stage = await startStage({ switches })
      const max = lead()
      const first = await stage.start({ lead: max })
      await stage.submit(first)
      const again = stage.start({ lead: max })
      if (same === null) {
        expect(await failureOf(again)).toMatchObject({ kind: "invalid_request", http_status: 400 })
      } else {
        expect(stage.record(await again).lead.id === stage.record(first).lead.id).toBe(same)
      }
    },
  )

  it.each(
    eachAnswer("lead-key", {
      email: { second: "conflict", elsewhere: "awaiting_verification" },
      iban: { second: "PENDING", elsewhere: "conflict" },
    }),
  )("[5.1-lead-by-iban] a busy lead is a conflict, known by its %s", async (_, switches, { second, elsewhere }) => {
    const stage = await startStage({ switches })
    const max = lead()
    const terms = { ...DIRECT, lead: max }
    const { session_token } = await stage.client.createSession(terms)
    await stage.submit(session_token, { iban: AWAITING })
    expect(await outcomeOf(stage.client.createSession(terms))).toBe(second)
    expect(await outcomeOf(stage.submit(await stage.start(), { iban: AWAITING }))).toBe(elsewhere)
  })

  it.each(
    eachAnswer("active-statuses", {
      "not-terminal": ["conflict", "conflict", "PENDING"],
      "pending-only": ["conflict", "PENDING", "PENDING"],
      none: ["PENDING", "PENDING", "PENDING"],
    }),
  )("[5.1-active-statuses] a conflict comes from sessions that are %s", async (_, switches, expected) => {
    const stage = await startStage({ switches })
    const outcomes: string[] = []
    for (const iban of [null, AWAITING, APPROVED]) {
      const terms = { ...DIRECT, lead: lead() }
      const { session_token } = await stage.client.createSession(terms)
      await (iban === null ? null : stage.submit(session_token, { iban }))
      outcomes.push(await outcomeOf(stage.client.createSession(terms)))
    }
    expect(outcomes).toEqual(expected)
  })

  it.each(eachAnswer("create-answer", { "three-keys": 3, "whole-session": 10 }))(
    "[5.1-create-answer] the client reads three keys, if the answer has %s",
    async (_, switches, keys) => {
      const stage = await startStage({ switches })
      expect(Object.keys((await stage.create()).body)).toHaveLength(keys)
      const created = await stage.client.createSession({ ...DIRECT, hosted_page_id: DIRECT.gateway_id, lead: lead() })
      expect(created).toMatchObject({ status: "PENDING", payment_url: `${stage.url}/s/${created.session_token}` })
    },
  )

  it.each(eachAnswer("payment-url", { always: true, null: false, absent: false }))(
    "[5.1-payment-url] the client reads null where there is no hosted page: %s",
    async (_, switches, there) => {
      const stage = await startStage({ switches })
      const { payment_url } = await stage.client.createSession({ ...DIRECT, lead: lead() })
      expect(payment_url !== null).toBe(there)
    },
  )
})

describe("what is open about reading and cancelling a session", () => {
  it.each(eachAnswer("direct-campaign", { null: null, absent: undefined, synthesised: { name: "Direct payment" } }))(
    "[5.2-direct-campaign] the client reads a direct session whose campaign is %s",
    async (_, switches, campaign) => {
      const stage = await startStage({ switches })
      const { session_token } = await stage.client.createSession({ ...DIRECT, lead: lead() })
      expect(await stage.client.getSession(session_token)).toMatchObject({ status: "PENDING", amount: "12.50" })
      const { body } = await stage.get(session_token)
      expect({ campaign: body.campaign }).toMatchObject({ campaign })
    },
  )

  it.each(eachAnswer("acceptance-mode", { checkbox: "checkbox", signature: "signature" }))(
    "[5.2-acceptance-mode] the client reads and pays a session whose mode is %s",
    async (_, switches, acceptance_mode) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      expect((await stage.get(token)).body.mandate).toEqual({ acceptance_mode })
      expect((await stage.client.getSession(token)).status).toBe("PENDING")
      expect((await stage.submit(token)).status).toBe("completed")
    },
  )

  it.each(eachAnswer("get-terminal", { 200: ["COMPLETED", "EXPIRED"], 410: ["gone", "gone"] }))(
    "[5.2-get-terminal] the client takes a finished session for an answer: %s",
    async (_, switches, expected) => {
      const stage = await startStage({ switches })
      const [completed, expired] = [await stage.start(), await stage.start()]
      await stage.submit(completed)
      await stage.client.cancel(expired)
      const outcomes = [outcomeOf(stage.client.getSession(completed)), outcomeOf(stage.client.getSession(expired))]
      expect(await Promise.all(outcomes)).toEqual(expected)
    },
  )

  it.each(eachAnswer("offer-billing-type", { lower: "one_off", upper: "ONE_OFF" }))(
    "[5.2-billing-type] the client reads a session whose billing type is in %s case",
    async (_, switches, billing_type) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      expect((await stage.get(token)).body).toMatchObject({ offer: { billing_type } })
      expect((await stage.client.getSession(token)).status).toBe("PENDING")
    },
  )

  it.each(eachAnswer("cancel-answer", { status: "EXPIRED", empty: "", "whole-session": "EXPIRED" }))(
    "[5.3-cancel-answer] the client reads a cancellation that is answered with %s",
    async (_, switches, raw_status) => {
      const stage = await startStage({ switches })
      const session_token = await stage.start()
      expect(await stage.client.cancel(session_token)).toEqual({ session_token, status: "EXPIRED", raw_status })
    },
  )

  it.each(eachAnswer("cancel-awaiting", { conflict: "conflict", expires: "EXPIRED" }))(
    "[5.3-cancel-awaiting] the client learns what became of a session that awaited: %s",
    async (_, switches, expected) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      await stage.submit(token, { iban: AWAITING })
      expect(await outcomeOf(stage.client.cancel(token))).toBe(expected)
      const left = expected === "EXPIRED" ? "EXPIRED" : "AWAITING_VERIFICATION"
      expect((await stage.client.getSession(token)).status).toBe(left)
    },
  )

  it.each(eachAnswer("session-expiry", { never: ["PENDING", "completed"], "30-minutes": ["EXPIRED", "gone"] }))(
    "[5.4-session-expiry] the client learns that a session has expired: %s",
    async (_, switches, expected) => {
      let now = new Date("2026-04-11T07:00:00Z")
      const stage = await startStage({ switches, clock: () => now })
      const token = await stage.start()
      now = new Date("2026-04-11T07:31:00Z")
      expect([(await stage.client.getSession(token)).status, await outcomeOf(stage.submit(token))]).toEqual(expected)
    },
  )
})
