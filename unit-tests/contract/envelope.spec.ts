import { TEST_IBANS } from "../../sandbox"
import { parseEnvelope } from "./envelope-shape"
import { APPROVED, AWAITING, closeStages, DECLINED, HARD_DECLINE, matching, newReference } from "./support"
import { startEcho, startStage, type Stage } from "./support"

const UNLISTED_BANK = "DE54999999999000000009"
const CODES = [
  "account_closed",
  "do_not_honor",
  "gateway_unavailable",
  "insufficient_funds",
  "invalid_iban",
  "mandate_rejected",
  "unknown",
]
const MONTHLY = { billing_type: "RECURRING", billing_frequency: "MONTHLY" }

afterEach(closeStages)

/** The same attempt's answer as it came. */
async function raw(stage: Stage, iban: string, overrides: Record<string, unknown> = {}) {
  const answer = await stage.pay(await stage.open(overrides), { iban, tenant_reference_id: newReference() })
  return { status: answer.status, body: parseEnvelope(answer.body), written: answer.body }
}

describe("the result of pay and verify", () => {
  it.each([
    ["an approval", APPROVED],
    ["a mandate to be signed", AWAITING],
    ["a decline", DECLINED],
    ["a last decline", HARD_DECLINE],
  ])("[6.3-http-200] [6.3-object] [6.3-keys] has status 200 and every documented key for %s", async (_, iban) => {
    const { status, written } = await raw(await startStage(), iban)
    expect(status).toBe(200)
    expect(written).toMatchObject({ object: "payment_session.result" })
  })

  it("[6.3-status] has one of four statuses in lower case", async () => {
    const stage = await startStage()
    const statuses: string[] = []
    for (const iban of [APPROVED, AWAITING, DECLINED, HARD_DECLINE]) {
      statuses.push((await raw(stage, iban)).body.status)
    }
    expect(statuses).toEqual(["completed", "awaiting_verification", "declined", "failed"])
  })

  it("[6.3-times] tells when it was made and processed in UTC, null before it was", async () => {
    const stage = await startStage({ clock: () => new Date("2026-04-11T07:03:51.851Z") })
    const approved = (await raw(stage, APPROVED)).body
    const waiting = (await raw(stage, AWAITING)).body
    expect([approved.created_at, approved.processed_at]).toEqual(Array(2).fill("2026-04-11T07:03:51.851000Z"))
    expect([waiting.created_at, waiting.processed_at]).toEqual(["2026-04-11T07:03:51.851000Z", null])
  })

  it("[6.3-order-number] [6.3-order] [6.3-order-format] repeats the order's number", async () => {
    const stage = await startStage()
    const { order, order_number } = await stage.submit(await stage.start())
    expect(order_number).toMatch(/^ORD-[0-9A-F]{8}$/)
    expect(order).toEqual({ id: matching(/^[0-9a-f-]{36}$/), order_number, status: "COMPLETED" })
  })

  it("[6.3-verification-url] [6.3-awaiting] has an address only while the mandate is to be signed", async () => {
    const stage = await startStage()
    const waiting = await stage.submit(await stage.start(), { iban: AWAITING })
    expect(waiting).toMatchObject({ status: "awaiting_verification", error_details: null, retry_allowed: null })
    expect(waiting.verification_url).toMatch(/^http:\/\/127\.0\.0\.1/)
    for (const iban of [APPROVED, DECLINED, HARD_DECLINE]) {
      expect((await stage.submit(await stage.start(), { iban })).verification_url).toBeNull()
    }
  })

  it("[6.3-transaction] [6.3-transaction-format] [6.3-approved] tells of the transaction", async () => {
    const stage = await startStage()
    const tenant_reference_id = newReference()
    const { transaction, order, status } = await stage.submit(await stage.start(), { tenant_reference_id })
    expect(transaction).toEqual({
      id: matching(/^[0-9a-f-]{36}$/),
      merchant_transaction_id: matching(/^TXN-\d{8}-[0-9A-F]{8}$/),
      gateway_reference: matching(/^[0-9a-f]{32}$/),
      tenant_reference_id,
      status: "approved",
      type: "sdd_sale",
    })
    expect([status, order?.status]).toEqual(["completed", "COMPLETED"])
  })

  it("[6.3-reference-format] has Emerchantpay's reference in hex and Vendo's in digits", async () => {
    const stage = await startStage()
    const references = [(await raw(stage, APPROVED)).body, (await raw(stage, AWAITING)).body]
    expect(references.map(({ transaction }) => transaction?.gateway_reference)).toEqual([
      matching(/^[0-9a-f]{32}$/),
      matching(/^\d+$/),
    ])
  })

  it("[6.3-gateway-reference] is read where the gateway has given no reference yet", async () => {
    const body = { status: "completed", transaction: { id: "8f0124b5", gateway_reference: null } }
    const { client } = await startEcho({ status: 200, body })
    const input = { iban: APPROVED, iban_holder_name: "Max", tenant_reference_id: "payses_1.1" }
    expect((await client.pay("ps_1", input)).transaction).toMatchObject({ id: "8f0124b5", gateway_reference: null })
  })

  it("[6.3-subscription-null] [6.3-subscription] has a subscription for recurring purchases only", async () => {
    const stage = await startStage({ clock: () => new Date("2026-04-11T07:03:51Z") })
    expect((await raw(stage, APPROVED)).body.subscription).toBeNull()
    expect((await raw(stage, APPROVED, MONTHLY)).body.subscription).toMatchObject({
      status: "ACTIVE",
      billing_frequency: "MONTHLY",
      next_billing_date: "2026-05-11",
    })
  })

  it("[6.3-lead] [6.3-amount] [6.3-adapter] [6.3-gateway] tells of lead, amount, adapter and gateway", async () => {
    const stage = await startStage()
    const token = await stage.start({ amount: "79" })
    const { lead, amount, currency, adapter, payment_gateway } = await stage.submit(token)
    expect({ lead, amount, currency, adapter, payment_gateway }).toEqual({
      lead: { id: stage.record(token).lead.id },
      amount: "79.00",
      currency: "EUR",
      adapter: { name: "Emerchantpay Genesis" },
      payment_gateway: {
        id: stage.record(token).gateway_id,
        name: matching(/./),
        descriptor: matching(/./),
        test_mode: true,
      },
    })
  })

  it("[6.3-payment-method] [6.3-bank-name] tells of the account, its bank where that is known", async () => {
    const stage = await startStage()
    const account = { type: "sepa_debit", iban_country: "DE", holder_name: "Max Mustermann" }
    expect((await stage.submit(await stage.start())).payment_method).toEqual({
      ...account,
      iban_last4: "3000",
      bic: "COBADEFFXXX",
      bank_name: "Commerzbank",
    })
    const unlisted = await stage.submit(await stage.start(), { iban: UNLISTED_BANK })
    expect(unlisted.status).toBe("completed")
    expect(unlisted.payment_method).toEqual({ ...account, iban_last4: "0009", bic: null, bank_name: null })
  })

  it("[6.3-sepa] [6.3-sequence-first] [6.3-mandate-format] tells of the mandate and its first collection", async () => {
    const stage = await startStage()
    const { sepa, order_number } = await stage.submit(await stage.start())
    expect(sepa).toEqual({
      mandate_reference: `MAND-${order_number}`,
      sequence_type: "FRST",
      creditor_identifier: matching(/^[A-Z]{2}\d{2}/),
    })
  })

  it("[6.3-declined] [6.3-error] [6.3-error-details] [6.3-gateway-code] says why it was declined", async () => {
    const stage = await startStage()
    expect(await stage.submit(await stage.start(), { iban: DECLINED })).toMatchObject({
      status: "declined",
      error: "Insufficient funds",
      retry_allowed: true,
      transaction: { status: "declined" },
      order: { status: "FAILED" },
      error_details: {
        code: "insufficient_funds",
        message: "Insufficient funds",
        gateway_code: "AM04",
        gateway_message: "Insufficient funds",
      },
    })
    const approved = await stage.submit(await stage.start())
    expect([approved.error, approved.error_details]).toEqual([null, null])
  })

  it("[6.3-retry-allowed] [6.3-failed] says whether another attempt may follow; null when none is needed", async () => {
    const stage = await startStage()
    const results = [APPROVED, DECLINED, HARD_DECLINE].map(async (iban) => stage.submit(await stage.start(), { iban }))
    expect((await Promise.all(results)).map(({ status, retry_allowed }) => [status, retry_allowed])).toEqual([
      ["completed", null],
      ["declined", true],
      ["failed", false],
    ])
  })

  it("[6.3-codes] has one of seven codes, each of which the client knows", async () => {
    const stage = await startStage()
    const codes = new Set<string | undefined>()
    for (const { iban } of TEST_IBANS.filter(({ code }) => code !== null)) {
      const { error_details } = await stage.submit(await stage.start(), { iban })
      expect(error_details?.code).toBe(error_details?.raw_code)
      codes.add(error_details?.code)
    }
    expect([...codes].sort()).toEqual(CODES)
  })
})
