import { CatalystPayClient } from "../../src/gateway/client"
import type { CreateSessionInput } from "../../src/gateway/session-request"
import { failureOf, IBAN, KEY, TOKEN } from "./calls"
import { Loopback } from "./loopback"

const LEAD = { first_name: "Max", last_name: "Mustermann", email: "max@example.org", country: "DE" }
const DIRECT = { gateway_id: "mid-1", lead: LEAD, amount: "29.99", currency: "EUR" }
const CAMPAIGN = { campaign_id: "camp-1", lead: LEAD }
const TRIAL = {
  billing_type: "TRIAL_RECURRING",
  billing_frequency: "MONTHLY",
  trial_interval_unit: "week",
  trial_period: 2,
  trial_price: "0.00",
} as const

let gateway: Loopback
let client: CatalystPayClient

beforeAll(async () => {
  gateway = await Loopback.start()
})
beforeEach(() => {
  gateway.received.length = 0
  gateway.answer = { status: 201, body: { session_token: TOKEN } }
  client = new CatalystPayClient({ apiKey: KEY, baseUrl: gateway.url, retry: false })
})
afterEach(() => client.close())
afterAll(() => gateway.stop())

describe("a session", () => {
  const ACCEPTED: CreateSessionInput[] = [
    { ...DIRECT, billing_type: "ONE_OFF" },
    { ...DIRECT, billing_type: "RECURRING" },
    { ...DIRECT, billing_type: "RECURRING", billing_frequency: "BIWEEKLY" },
    { ...DIRECT, ...TRIAL },
    { ...DIRECT, billing_type: "TRIAL_RECURRING", trial_interval_unit: "day", trial_period: 1 },
    CAMPAIGN,
    { ...CAMPAIGN, amount: "29.99", currency: "EUR" },
    { ...CAMPAIGN, gateway_id: "mid-2" },
    { ...CAMPAIGN, ...TRIAL },
    { ...CAMPAIGN, billing_type: "TRIAL_RECURRING" },
    { ...CAMPAIGN, trial_period: 3 },
    { ...CAMPAIGN, billing_frequency: "YEARLY" },
  ]

  it.each(ACCEPTED)("is asked for as it was said: %j", async (input) => {
    await client.createSession(input)
    expect(JSON.parse(gateway.last.body)).toEqual(input)
  })

  it.each([
    [{ ...DIRECT }, "billing_type", "must be one of ONE_OFF, RECURRING, TRIAL_RECURRING"],
    [{ ...DIRECT, billing_type: "one_off" }, "billing_type", "must be one of ONE_OFF, RECURRING, TRIAL_RECURRING"],
    [
      { ...DIRECT, billing_type: "TRIAL_RECURRING", trial_period: 1 },
      "trial_interval_unit",
      "is required: a TRIAL_RECURRING session has to say how long its trial is",
    ],
    [
      { ...DIRECT, billing_type: "TRIAL_RECURRING", trial_interval_unit: "day" },
      "trial_period",
      "is required: a TRIAL_RECURRING session has to say how long its trial is",
    ],
    [{ ...DIRECT, ...TRIAL, trial_interval_unit: "DAY" }, "trial_interval_unit", "must be one of day, week, month"],
    [{ ...DIRECT, ...TRIAL, trial_period: 0 }, "trial_period", expect.any(String) as string],
    [{ ...DIRECT, ...TRIAL, trial_period: 1.5 }, "trial_period", expect.any(String) as string],
    [
      { ...DIRECT, ...TRIAL, trial_price: "1,00" },
      "trial_price",
      'must be a decimal string in major units such as "29.99"',
    ],
    [
      { ...DIRECT, billing_type: "ONE_OFF", billing_frequency: "MONTHLY" },
      "billing_frequency",
      "must be left out: a ONE_OFF session bills once",
    ],
    [
      { ...DIRECT, billing_type: "RECURRING", trial_price: "1.00" },
      "trial_price",
      "must be left out: only a TRIAL_RECURRING session has a trial, this one is RECURRING",
    ],
    [
      { ...CAMPAIGN, billing_type: "ONE_OFF", trial_period: 1 },
      "trial_period",
      "must be left out: only a TRIAL_RECURRING session has a trial, this one is ONE_OFF",
    ],
    [
      { ...CAMPAIGN, billing_frequency: "DAILY" },
      "billing_frequency",
      "must be one of WEEKLY, BIWEEKLY, MONTHLY, QUARTERLY, SEMIANNUALLY, YEARLY",
    ],
    [{ ...CAMPAIGN, gateway_id: "" }, "gateway_id", "must not be empty"],
    [{ ...CAMPAIGN, tenant_reference_id: "a" }, "tenant_reference_id", "is no field that the API documents here"],
    [{ ...CAMPAIGN, lead: { ...LEAD, zip: "10115" } }, "lead.zip", "is no field that the API documents here"],
  ])("is not asked for with %j", async (input, field, message) => {
    const error = await failureOf(client.createSession(input as CreateSessionInput))
    expect(error).toMatchObject({ kind: "invalid_request", http_status: null, fields: { [field]: message } })
    expect(gateway.received).toEqual([])
  })

  it.each([
    [{ status: "PENDING", expires_at: "2026-04-12", campaign: {} }, "PENDING", "PENDING"],
    [{ payment_url: null }, "UNKNOWN", ""],
    [{ status: "pending", payment_url: "not an address" }, "PENDING", "pending"],
  ])("may be answered with %j", async (said, status, raw_status) => {
    gateway.answer = { status: 201, body: { session_token: TOKEN, ...said } }
    const created = await client.createSession(CAMPAIGN)
    expect(created).toEqual({ session_token: TOKEN, status, raw_status, payment_url: null })
  })
})

describe("an IBAN", () => {
  it("is validated with the session token instead of the key, where one is given", async () => {
    gateway.answer = { status: 200, body: { valid: true } }
    await client.validateIban(IBAN, { session_token: TOKEN })
    expect(gateway.last.headers.authorization).toBe(`Bearer ${TOKEN}`)
    await client.validateIban(IBAN)
    expect(gateway.last.headers.authorization).toBe(`Bearer ${KEY}`)
  })

  it("is not called invalid because the session token is", async () => {
    await expect(client.validateIban(IBAN, { session_token: "two words" })).rejects.toMatchObject({
      kind: "invalid_request",
      fields: { session_token: "is not a CatalystPay session token" },
    })
    expect(gateway.received).toEqual([])
  })

  it("that is refused with the session token says that it was the token, and repeats neither", async () => {
    gateway.answer = { status: 401, body: { detail: `Invalid token ${TOKEN} for ${IBAN}.` } }
    const error = await failureOf(client.validateIban(IBAN, { session_token: TOKEN }))
    expect(error.message).toContain("the session token was refused")
    expect(error.detail).toBe("Invalid token [removed] for DE** **** 3000.")
  })
})
