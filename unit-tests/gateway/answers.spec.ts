import { CatalystPayClient } from "../../src/gateway/client"
import { Loopback } from "./loopback"
import { APPROVED, CREATED, DECLINED, VALID_IBAN, VERIFIED } from "./samples"

const KEY = "rk_key_of_the_tests"
const TOKEN = "ps_abc123def456ghi789jkl012mno345"
const IBAN = "DE89370400440532013000"
const LEAD = { first_name: "Max", last_name: "Mustermann", email: "max@example.org", country: "DE" }
const PAYMENT = { iban: IBAN, iban_holder_name: "Max Mustermann", tenant_reference_id: "payses_1.1" }

let gateway: Loopback
let client: CatalystPayClient

beforeAll(async () => {
  gateway = await Loopback.start()
})
beforeEach(() => {
  gateway.received.length = 0
  client = new CatalystPayClient({ apiKey: KEY, baseUrl: gateway.url })
})
afterEach(() => client.close())
afterAll(() => gateway.stop())

describe("the guide's samples", () => {
  it("reads the created session", async () => {
    gateway.answer = { status: 201, body: CREATED }
    const created = await client.createSession({ campaign_id: "c", lead: LEAD, amount: "29.99", currency: "EUR" })
    expect(created).toEqual({
      session_token: TOKEN,
      status: "PENDING",
      raw_status: "PENDING",
      payment_url: `https://pay.catalystpay.com/s/${TOKEN}`,
    })
  })

  it("reads the valid IBAN", async () => {
    gateway.answer = { status: 200, body: VALID_IBAN }
    await expect(client.validateIban(IBAN)).resolves.toEqual({
      valid: true,
      bank_name: "Commerzbank",
      bic: "COBADEFFXXX",
      message: null,
    })
  })

  it("reads the approved payment whole", async () => {
    gateway.answer = { status: 200, body: APPROVED }
    const sample = JSON.parse(APPROVED) as Record<string, unknown>
    const result = await client.pay(TOKEN, PAYMENT)
    expect({ object: "payment_session.result", ...result }).toEqual({
      ...sample,
      raw_status: "completed",
      verification_url: null,
      error: null,
      retry_allowed: null,
    })
  })

  it("reads the declined payment and fills what it leaves out", async () => {
    gateway.answer = { status: 200, body: DECLINED }
    await expect(client.pay(TOKEN, PAYMENT)).resolves.toEqual({
      session_token: TOKEN,
      status: "declined",
      raw_status: "declined",
      livemode: null,
      created_at: null,
      processed_at: null,
      order_number: null,
      verification_url: null,
      error: "Insufficient funds",
      retry_allowed: true,
      transaction: {
        id: null,
        merchant_transaction_id: null,
        gateway_reference: null,
        tenant_reference_id: null,
        status: "declined",
        type: null,
      },
      order: { id: null, order_number: null, status: "FAILED" },
      subscription: null,
      lead: null,
      amount: null,
      currency: null,
      payment_method: null,
      sepa: null,
      adapter: null,
      payment_gateway: null,
      error_details: {
        code: "insufficient_funds",
        raw_code: "insufficient_funds",
        message: "Insufficient funds",
        gateway_code: "AM04",
        gateway_message: "Insufficient funds",
      },
    })
  })

  it("reads the verified payment", async () => {
    gateway.answer = { status: 200, body: VERIFIED }
    await expect(client.verify(TOKEN, {})).resolves.toMatchObject({ status: "completed", session_token: TOKEN })
  })
})

describe("answers that the documentation leaves open", () => {
  it.each([
    [{ amount: 29.9 }, { amount: "29.90" }],
    [{ amount: "29.9" }, { amount: "29.90" }],
    [{ amount: 99 }, { amount: "99.00" }],
    [{ amount: "29.9900" }, { amount: "29.99" }],
    [{ amount: "29.999" }, { amount: "29.999" }],
    [{ amount: "007.5" }, { amount: "7.50" }],
    [{ amount: "29,99" }, { amount: null }],
    [{ amount: {} }, { amount: null }],
    [{ amount: true, currency: "eur", livemode: "yes" }, { amount: null, currency: "EUR", livemode: null }],
    [{ status: "AWAITING_VERIFICATION" }, { status: "awaiting_verification", raw_status: "AWAITING_VERIFICATION" }],
    [{ status: "Refunded" }, { status: "unknown", raw_status: "Refunded" }],
    [{ verification_url: "https://sign.example/1?a=b" }, { verification_url: "https://sign.example/1?a=b" }],
    [{ error_details: { code: "AM99" } }, { error_details: { code: "unknown", raw_code: "AM99" } }],
    [{ error_details: { code: "ACCOUNT_CLOSED" } }, { error_details: { code: "account_closed" } }],
    [{ error_details: {} }, { error_details: { code: "unknown", raw_code: null, message: null } }],
    [{ error_details: "oops", transaction: [], order: 7 }, { error_details: null, transaction: null, order: null }],
    [{ payment_method: { iban_last4: IBAN } }, { payment_method: { iban_last4: "3000" } }],
    [{ transaction: { gateway_reference: 4711 } }, { transaction: { gateway_reference: "4711" } }],
    [{ status: "failed", retry_allowed: true }, { status: "failed", retry_allowed: true }],
    [{ status: "declined", retry_allowed: false }, { status: "declined", retry_allowed: false }],
  ])("reads a payment with %j", async (said, read) => {
    gateway.answer = { status: 200, body: { status: "completed", ...said } }
    await expect(client.pay(TOKEN, PAYMENT)).resolves.toMatchObject(read)
  })

  const unsafe = [
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "http://sign.example/1",
    "http://127.0.0.1.evil.example/",
    "https://sign.example@evil.example/",
    "https://user:word@evil.example/",
    "https:/evil.example/",
    "https:///evil.example/",
    "https://\\evil.example/",
    "https://sign.example/\nSet-Cookie: a=b",
    "https://sign.example/a b",
    "//evil.example/",
    "/relative",
    "file:///etc/passwd",
    "ftp://evil.example/",
    "https://",
  ]

  it.each(unsafe)("sends no shopper to %j, neither to pay nor to sign", async (url) => {
    gateway.answer = { status: 200, body: { status: "awaiting_verification", verification_url: url } }
    await expect(client.pay(TOKEN, PAYMENT)).resolves.toMatchObject({ status: "awaiting_verification", verification_url: null })
    gateway.answer = { status: 201, body: { session_token: TOKEN, status: "PENDING", payment_url: url } }
    const created = client.createSession({ campaign_id: "c", lead: LEAD, amount: "29.99", currency: "EUR" })
    await expect(created).resolves.toMatchObject({ payment_url: null })
  })

  it.each(["http://127.0.0.1:4010/verification/1", "http://localhost:4010/s/1", "http://[::1]:4010/s/1", "HTTPS://Sign.example/1?a=b#c"])(
    "sends a shopper to %j",
    async (url) => {
      gateway.answer = { status: 200, body: { status: "awaiting_verification", verification_url: url } }
      await expect(client.pay(TOKEN, PAYMENT)).resolves.toMatchObject({ verification_url: url })
    },
  )

  it("reads a session, its status in any case, with or without its token and attempts", async () => {
    gateway.answer = {
      status: 200,
      body: { session_token: TOKEN, status: "awaiting_verification", amount: "29.99", attempts_remaining: 3 },
    }
    await expect(client.getSession(TOKEN)).resolves.toEqual({
      session_token: TOKEN,
      status: "AWAITING_VERIFICATION",
      raw_status: "awaiting_verification",
      amount: "29.99",
      currency: null,
      attempts_remaining: 3,
    })
    gateway.answer = { status: 200, body: { status: "REVIEW", attempts_remaining: "2", campaign: null } }
    await expect(client.getSession(TOKEN)).resolves.toMatchObject({
      session_token: TOKEN,
      status: "UNKNOWN",
      raw_status: "REVIEW",
      attempts_remaining: 2,
    })
  })

  it("takes a terminal session for an answer: with 200 its status, with 410 the kind gone", async () => {
    gateway.answer = { status: 200, body: { status: "COMPLETED" } }
    await expect(client.getSession(TOKEN)).resolves.toMatchObject({ status: "COMPLETED" })
    gateway.answer = { status: 410, body: { detail: "Session has expired.", status_code: 410 } }
    await expect(client.getSession(TOKEN)).rejects.toMatchObject({ kind: "gone", detail: "Session has expired." })
  })

  it("creates a session without a hosted page, or with a status that is new", async () => {
    gateway.answer = { status: 200, body: { session_token: TOKEN, status: "NEW", payment_url: null } }
    const created = await client.createSession({ campaign_id: "c", lead: LEAD, amount: "29.99", currency: "EUR" })
    expect(created).toEqual({ session_token: TOKEN, status: "UNKNOWN", raw_status: "NEW", payment_url: null })
  })

  it.each([
    [{ session_token: TOKEN, status: "EXPIRED" }, { status: "EXPIRED", raw_status: "EXPIRED" }],
    [{ detail: "Session cancelled." }, { status: "EXPIRED", raw_status: "" }],
    [undefined, { status: "EXPIRED", raw_status: "" }],
    [{ status: "CANCELLED" }, { status: "UNKNOWN", raw_status: "CANCELLED" }],
  ])("takes a cancellation that is answered with %j", async (body, read) => {
    gateway.answer = { status: 200, body }
    await expect(client.cancel(TOKEN)).resolves.toEqual({ session_token: TOKEN, ...read })
  })

  it.each([
    [{ valid: false, bank_name: null, bic: null, error: "Invalid IBAN" }, "Invalid IBAN"],
    [{ valid: false, message: "Wrong check digits" }, "Wrong check digits"],
    [{ valid: false, detail: `${IBAN} is closed` }, "DE** **** 3000 is closed"],
    [{ valid: false, error: "de89 3704 0044 0532 0130 00?" }, "DE** **** 3000?"],
    [{ valid: false }, "CatalystPay does not accept this IBAN."],
  ])("takes an invalid IBAN for an answer: %j", async (body, message) => {
    gateway.answer = { status: 200, body }
    await expect(client.validateIban(IBAN)).resolves.toEqual({ valid: false, bank_name: null, bic: null, message })
  })

  it("takes a 400 for an invalid IBAN too, and never repeats the IBAN, valid or not", async () => {
    gateway.answer = { status: 400, body: { detail: { iban: ["DE00 3704 0044 0532 0130 00 is not valid."] } } }
    await expect(client.validateIban("DE00370400440532013000")).resolves.toEqual({
      valid: false,
      bank_name: null,
      bic: null,
      message: "iban: DE** **** 3000 is not valid.",
    })
  })

  it("answers an empty IBAN without asking", async () => {
    await expect(client.validateIban(" ")).resolves.toMatchObject({ valid: false })
    expect(gateway.received).toEqual([])
  })

  it("masks an IBAN in the words of a decline, valid or not", async () => {
    const wrong = "DE00370400440532013000"
    gateway.answer = {
      status: 200,
      body: { status: "declined", error: `${wrong} closed`, error_details: { message: `Account ${IBAN}` } },
    }
    await expect(client.pay(TOKEN, { ...PAYMENT, iban: wrong })).resolves.toMatchObject({
      error: "DE** **** 3000 closed",
      error_details: { message: "Account DE** **** 3000" },
    })
  })
})
