import { inspect } from "node:util"
import { parseWebhookEvent, WEBHOOK_EVENT_TYPES } from "../../src/gateway"
import { APPROVED, AWAITING, closeStages, DECLINED, failureOf, KEY, lead, matching, startEcho } from "./support"
import { startStage, TERMS } from "./support"

const FOREIGN = "GB82WEST12345698765432"
const UNLISTED_BANK = "DE54999999999000000009"
const MALFORMED = "DE00370400440532013000"
const ORDER_STATUSES = [
  "PENDING_PAYMENT_SUBMISSION",
  "PENDING",
  "COMPLETED",
  "FAILED",
  "PARTIALLY_REFUNDED",
  "REFUNDED",
  "CHARGEDBACK",
  "CANCELLED",
]
const SUBSCRIPTION_STATUSES = [
  "PENDING_ACTIVATION",
  "ACTIVE",
  "PENDING",
  "PAST_DUE",
  "PAUSED",
  "CANCELLED",
  "EXPIRED",
  "CHARGEDBACK",
  "FAILED",
]
const PAYMENT = { iban: APPROVED, iban_holder_name: "Max", tenant_reference_id: "payses_1.1" }

afterEach(closeStages)

describe("other statuses", () => {
  it.each(ORDER_STATUSES)("[7-order] [11-order-status] reads the order's status %s", async (status) => {
    const { client } = await startEcho({ status: 200, body: { status: "completed", order: { status } } })
    expect((await client.pay("ps_1", PAYMENT)).order?.status).toBe(status)
    expect(parseWebhookEvent("order.created", { order: { status } }).order_status).toBe(status)
  })

  it.each(SUBSCRIPTION_STATUSES)("[7-subscription] [12-cancelled] reads a subscription that is %s", async (status) => {
    const { client } = await startEcho({ status: 200, body: { status: "completed", subscription: { status } } })
    expect((await client.pay("ps_1", PAYMENT)).subscription?.status).toBe(status)
  })

  it("[7-transaction] [7-case] has transactions in lower case, sessions and orders in upper case", async () => {
    const stage = await startStage()
    for (const [iban, transaction, order, session] of [
      [APPROVED, "approved", "COMPLETED", "COMPLETED"],
      [DECLINED, "declined", "FAILED", "PENDING"],
    ]) {
      const token = await stage.start()
      expect(await stage.submit(token, { iban })).toMatchObject({
        transaction: { status: transaction },
        order: { status: order },
      })
      expect((await stage.client.getSession(token)).raw_status).toBe(session)
    }
  })

  it.each(["sdd_sale", "sdd_refund", "sdd_rebill", "other_type"])(
    "[7-types] [11-type] reads a transaction of the type %s",
    async (type) => {
      const { client } = await startEcho({ status: 200, body: { status: "completed", transaction: { type } } })
      expect((await client.pay("ps_1", PAYMENT)).transaction?.type).toBe(type)
      expect(parseWebhookEvent("transaction.created", { type }).transaction_type).toBe(type)
    },
  )
})

describe("validating an IBAN", () => {
  it("[8-request] sends the IBAN alone, in capitals and without spaces", async () => {
    const { client, received } = await startEcho({ status: 200, body: { valid: true } })
    await client.validateIban(" de89 3704 0044 0532 0130 00")
    expect(received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ iban: APPROVED }])
  })

  it("[8-valid] [8-nulls] answers bank and BIC of a valid IBAN, nulls for a bank outside the registry", async () => {
    const { client } = await startStage()
    const valid = { valid: true, message: null }
    expect(await client.validateIban(APPROVED)).toEqual({ ...valid, bank_name: "Commerzbank", bic: "COBADEFFXXX" })
    expect(await client.validateIban(UNLISTED_BANK)).toEqual({ ...valid, bank_name: null, bic: null })
  })

  it("[8-invalid] answers valid false and a message for an invalid IBAN", async () => {
    const { client } = await startStage()
    expect(await client.validateIban(MALFORMED)).toMatchObject({ valid: false, message: matching(/./) })
  })

  it("[8-empty] does not ask about an empty IBAN", async () => {
    const { client, sandbox } = await startStage()
    expect(await client.validateIban(" ")).toMatchObject({ valid: false })
    expect(sandbox.calls).toEqual([])
  })

  it("[8-no-leak] shows the IBAN neither in an answer nor in an error", async () => {
    const said = { status: 200, body: { valid: false, error: `${MALFORMED} is wrong, try ${APPROVED}` } }
    const { client } = await startEcho(said)
    expect((await client.validateIban(MALFORMED)).message).toBe("DE** **** 3000 is wrong, try DE** **** 3000")
    const failing = await startEcho({ status: 409, body: { detail: `${APPROVED} is busy`, status_code: 409 } })
    const error = await failureOf(failing.client.validateIban(APPROVED))
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(APPROVED)
  })
})

describe("CatalystPay's test IBANs", () => {
  it.each([
    ["[14-approved] DE89370400440532013000 is approved", APPROVED, "completed", null],
    ["[14-declined] DE91100000000123456789 is declined, with another try", DECLINED, "declined", true],
    ["[14-foreign] GB82WEST12345698765432 is approved", FOREIGN, "completed", null],
    ["[14-verification] the sandbox's own one awaits verification", AWAITING, "awaiting_verification", null],
  ])("%s", async (_, iban, status, retry_allowed) => {
    const stage = await startStage()
    const { session_token } = await stage.client.createSession({ ...TERMS, lead: lead() })
    expect(await stage.submit(session_token, { iban })).toMatchObject({ status, retry_allowed })
  })

  it("[14-declined-valid] [14-declined-code] the declined one is valid and short of funds", async () => {
    const stage = await startStage()
    expect((await stage.client.validateIban(DECLINED)).valid).toBe(true)
    const { error_details } = await stage.submit(await stage.start(), { iban: DECLINED })
    expect(error_details).toMatchObject({ code: "insufficient_funds", gateway_code: "AM04" })
  })
})

describe("what the public API lacks", () => {
  it("[3-endpoints] [11-no-api] [12-no-api] no address refunds, or changes a subscription", async () => {
    const stage = await startStage()
    const token = await stage.start()
    await stage.submit(token)
    const paths = ["/refunds/", `/payment-sessions/${token}/refund/`, "/subscriptions/", "/transactions/"]
    const answers = await Promise.all(paths.map((path) => stage.request("POST", path, {}, KEY)))
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })

  it("[9.1-no-failure] no event tells of a failure, an expiry or a refund", () => {
    expect(WEBHOOK_EVENT_TYPES.filter((type) => /fail|declin|expire|cancel|refund/.test(type))).toEqual([])
  })
})
