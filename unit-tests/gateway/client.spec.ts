import { CatalystPayClient } from "../../src/gateway/client"
import { VERSION } from "../../src/gateway/version"
import manifest from "../../package.json"
import { Loopback } from "./loopback"
import { CREATED } from "./samples"

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

describe("what is sent", () => {
  it("creates a session in campaign mode with amount and currency, the key and our name", async () => {
    gateway.answer = { status: 201, body: CREATED }
    await client.createSession({ campaign_id: "camp-1", lead: LEAD, amount: "29.99", currency: "EUR" })
    expect(gateway.last).toMatchObject({
      method: "POST",
      path: "/api/v1/payment-sessions/",
      headers: {
        authorization: `Bearer ${KEY}`,
        "content-type": "application/json",
        "user-agent": `medusa-payment-catalystpay/${VERSION}`,
      },
    })
    expect(JSON.parse(gateway.last.body)).toEqual({
      campaign_id: "camp-1",
      lead: LEAD,
      amount: "29.99",
      currency: "EUR",
    })
  })

  it("creates a session in direct mode, without the blank lines of an address", async () => {
    gateway.answer = { status: 201, body: CREATED }
    await client.createSession({
      gateway_id: "mid-1",
      billing_type: "ONE_OFF",
      lead: { ...LEAD, address: "Musterstrasse 42", city: " ", phone: "" },
      amount: "5",
      currency: "EUR",
      customer_ip: "2001:db8::1",
      max_payment_attempts: 3,
      webhook_profile_id: "hook-1",
      hosted_page_id: "page-1",
    })
    expect(JSON.parse(gateway.last.body)).toEqual({
      gateway_id: "mid-1",
      billing_type: "ONE_OFF",
      lead: { ...LEAD, address: "Musterstrasse 42" },
      amount: "5",
      currency: "EUR",
      customer_ip: "2001:db8::1",
      max_payment_attempts: 3,
      webhook_profile_id: "hook-1",
      hosted_page_id: "page-1",
    })
  })

  it("reads, pays and verifies without Authorization, cancels and validates with it", async () => {
    gateway.answer = { status: 200, body: { status: "PENDING", valid: true } }
    await client.getSession(TOKEN)
    await client.pay(TOKEN, { ...PAYMENT, iban: "de89 3704-0044 0532 0130 00" })
    await client.verify(TOKEN, { verification_id: "vnd_verify_abc123" })
    await client.verify(TOKEN, {})
    await client.cancel(TOKEN)
    await client.validateIban(" de89 3704 0044 0532 0130 00")
    expect(
      gateway.received.map(({ method, path, headers, body }) => [method, path, headers.authorization, body]),
    ).toEqual([
      ["GET", `/api/v1/payment-sessions/${TOKEN}/`, undefined, ""],
      ["POST", `/api/v1/payment-sessions/${TOKEN}/pay/`, undefined, JSON.stringify(PAYMENT)],
      ["POST", `/api/v1/payment-sessions/${TOKEN}/verify/`, undefined, '{"verification_id":"vnd_verify_abc123"}'],
      ["POST", `/api/v1/payment-sessions/${TOKEN}/verify/`, undefined, "{}"],
      ["POST", `/api/v1/payment-sessions/${TOKEN}/cancel/`, `Bearer ${KEY}`, "{}"],
      ["POST", "/api/v1/iban-validate/", `Bearer ${KEY}`, `{"iban":"${IBAN}"}`],
    ])
  })

  it("encodes the session token into the path, whatever it is made of", async () => {
    gateway.answer = { status: 200, body: { status: "PENDING" } }
    await client.getSession("ps/../a?b#c%")
    expect(gateway.last.path).toBe("/api/v1/payment-sessions/ps%2F..%2Fa%3Fb%23c%25/")
  })

  it.each(["", ".", "..", "ps 1", "ps_\n", "ps_ü", "p".repeat(256)])(
    "sends nothing for the session token %j",
    async (token) => {
      await expect(client.getSession(token)).rejects.toMatchObject({ kind: "invalid_request", http_status: null })
      expect(gateway.received).toEqual([])
    },
  )

  it.each([
    [{ amount: "29,99" }, "amount"],
    [{ amount: "-1.00" }, "amount"],
    [{ amount: "1.005" }, "amount"],
    [{ currency: "eur" }, "currency"],
    [{ customer_ip: "unknown" }, "customer_ip"],
    [{ max_payment_attempts: 11 }, "max_payment_attempts"],
    [{ lead: { ...LEAD, country: "Germany" } }, "lead.country"],
    [{ lead: { ...LEAD, first_name: "" } }, "lead.first_name"],
  ])("sends no session with %j and says which field is wrong", async (change, field) => {
    const input = { campaign_id: "camp-1", lead: LEAD, amount: "29.99", currency: "EUR", ...change }
    await expect(client.createSession(input)).rejects.toMatchObject({
      kind: "invalid_request",
      http_status: null,
      accepted: "no",
      fields: { [field]: expect.any(String) as string },
    })
    expect(gateway.received).toEqual([])
  })

  it("sends no debit without a reference", async () => {
    await expect(client.pay(TOKEN, { ...PAYMENT, tenant_reference_id: " " })).rejects.toMatchObject({
      kind: "invalid_request",
      fields: { tenant_reference_id: expect.any(String) as string },
    })
    expect(gateway.received).toEqual([])
  })

  it("keeps connections open and uses them again", async () => {
    gateway.answer = { status: 200, body: { status: "PENDING" } }
    const before = gateway.connections
    for (let call = 0; call < 5; call += 1) {
      await client.getSession(TOKEN)
    }
    expect(gateway.connections - before).toBeLessThanOrEqual(1)
  })

  it("names the version that package.json has", () => {
    expect(VERSION).toBe(manifest.version)
  })
})

describe("construction", () => {
  it.each(["http://api.catalystpay.com/api/v1", "http://127.0.0.1.example.org/", "http://localhost.example.org"])(
    "refuses %s, where IBANs would travel in clear",
    (baseUrl) => {
      expect(() => new CatalystPayClient({ apiKey: KEY, baseUrl })).toThrow("must use https")
    },
  )

  it.each([
    "",
    "api.catalystpay.com",
    "ftp://api.catalystpay.com",
    "https://user:pw@api.catalystpay.com",
    "https://api.catalystpay.com/?key=rk_1",
  ])("refuses the address %j and does not repeat it", (baseUrl) => {
    expect(() => new CatalystPayClient({ apiKey: KEY, baseUrl })).toThrow(/^baseUrl must be an address [a-z ,/.:1]+\.$/)
  })

  it.each([
    "https://api.staging.catalystpay.com/api/v1/",
    "http://localhost:9999",
    "http://[::1]:9/",
    "http://127.0.0.1",
  ])("accepts %s", async (baseUrl) => {
    await new CatalystPayClient({ apiKey: KEY, baseUrl }).close()
  })

  it.each(["", " ", "rk_a b", "rk_a\n"])("refuses the key %j and does not repeat it", (apiKey) => {
    expect(() => new CatalystPayClient({ apiKey })).toThrow(/^apiKey must be a CatalystPay API key \(rk_…\)/)
  })

  it("puts one slash between address and path", async () => {
    const other = new CatalystPayClient({ apiKey: KEY, baseUrl: `${gateway.url}//` })
    gateway.answer = { status: 200, body: { status: "PENDING" } }
    await other.getSession(TOKEN)
    await other.close()
    expect(gateway.last.path).toBe(`/api/v1/payment-sessions/${TOKEN}/`)
  })
})
