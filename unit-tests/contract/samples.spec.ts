import { parseWebhookEvent } from "../../src/gateway"
import { APPROVED, CREATED, DECLINED, VALID_IBAN, VERIFIED, WEBHOOK } from "../gateway/samples"
import { closeStages, lead, startEcho, TERMS } from "./support"

const TOKEN = "ps_abc123def456ghi789jkl012mno345"
const PAYMENT = { iban: "DE89370400440532013000", iban_holder_name: "Max", tenant_reference_id: "merchant-order-42" }

afterEach(closeStages)

describe("the samples of the server-to-server guide, as they stand, read by the client", () => {
  it("[5.1-answer] the created session", async () => {
    const { client } = await startEcho({ status: 201, body: CREATED })
    expect(await client.createSession({ ...TERMS, lead: lead() })).toMatchObject({
      session_token: TOKEN,
      status: "PENDING",
      payment_url: `https://pay.catalystpay.com/s/${TOKEN}`,
    })
  })

  it("[8-valid] the valid IBAN", async () => {
    const { client } = await startEcho({ status: 200, body: VALID_IBAN })
    expect(await client.validateIban(PAYMENT.iban)).toEqual({
      valid: true,
      bank_name: "Commerzbank",
      bic: "COBADEFFXXX",
      message: null,
    })
  })

  it("[6.3-approved-sample] [6.3-transaction] [6.3-payment-method] the approved payment whole", async () => {
    const { client } = await startEcho({ status: 200, body: APPROVED })
    const { raw_status, ...result } = await client.pay(TOKEN, PAYMENT)
    expect(raw_status).toBe("completed")
    const legacy = { verification_url: null, error: null, retry_allowed: null }
    expect({ object: "payment_session.result", ...result }).toEqual({ ...parsed(APPROVED), ...legacy })
  })

  it("[6.3-declined-sample] [6.3-tolerant] the declined payment, what it leaves out as null", async () => {
    const { client } = await startEcho({ status: 200, body: DECLINED })
    expect(await client.pay(TOKEN, PAYMENT)).toMatchObject({
      session_token: TOKEN,
      status: "declined",
      error: "Insufficient funds",
      retry_allowed: true,
      livemode: null,
      order_number: null,
      verification_url: null,
      transaction: { id: null, status: "declined" },
      order: { status: "FAILED" },
      error_details: { code: "insufficient_funds", gateway_code: "AM04", message: "Insufficient funds" },
    })
  })

  it("[6.2-completed] the verified payment", async () => {
    const { client } = await startEcho({ status: 200, body: VERIFIED })
    expect(await client.verify(TOKEN, {})).toMatchObject({ session_token: TOKEN, status: "completed" })
  })

  it("[9.3-sample] [9.3-status-case] [9.3-amount] the webhook's body", () => {
    expect(parseWebhookEvent("payment_session.completed", parsed(WEBHOOK))).toMatchObject({
      type: "payment_session.completed",
      session_token: TOKEN,
      session_status: "COMPLETED",
      order_number: "ORD-a1b2c3d4",
      amount: "29.99",
      currency: "EUR",
      email: "max@example.org",
    })
  })
})

function parsed(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>
}
