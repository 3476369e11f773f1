import { z } from "zod"
import { TEST_IBANS } from "../../sandbox"
import { anyText, APPROVED, AWAITING, closeAll, DECLINED, HARD_DECLINE, matching, startBox } from "./support"

/** The approved answer of the server-to-server guide, and the legacy keys that the guide names beside it. */
const DOCUMENTED_KEYS = {
  "": [
    "object", "session_token", "status", "livemode", "created_at", "processed_at", "order_number", "transaction",
    "order", "subscription", "lead", "amount", "currency", "payment_method", "sepa", "adapter", "payment_gateway",
    "error_details", "error", "verification_url", "retry_allowed",
  ],
  transaction: ["id", "merchant_transaction_id", "gateway_reference", "tenant_reference_id", "status", "type"],
  order: ["id", "order_number", "status"],
  subscription: ["id", "status", "billing_frequency", "next_billing_date"],
  lead: ["id"],
  payment_method: ["type", "iban_last4", "iban_country", "bic", "bank_name", "holder_name"],
  sepa: ["mandate_reference", "sequence_type", "creditor_identifier"],
  adapter: ["name"],
  payment_gateway: ["id", "name", "descriptor", "test_mode"],
}

const keysOf = (value: unknown) => Object.keys(z.record(z.string(), z.unknown()).parse(value)).sort()

const MONTHLY = { billing_type: "RECURRING", billing_frequency: "MONTHLY" }
const TRIAL = { billing_type: "TRIAL_RECURRING" }

describe("paying", () => {
  afterEach(closeAll)

  it("answers an approval with every documented key", async () => {
    const box = await startBox({ clock: () => new Date("2026-04-11T07:03:51.851Z") })
    const token = await box.open({ ...MONTHLY, amount: "99.00" })
    const { status, body } = await box.pay(token, { tenant_reference_id: "merchant-order-42" })
    expect(status).toBe(200)
    for (const [block, keys] of Object.entries(DOCUMENTED_KEYS)) {
      expect(keysOf(block === "" ? body : body[block])).toEqual([...keys].sort())
    }
    expect(body).toMatchObject({
      object: "payment_session.result",
      session_token: token,
      status: "completed",
      livemode: false,
      created_at: "2026-04-11T07:03:51.851000Z",
      processed_at: "2026-04-11T07:03:51.851000Z",
      order_number: matching(/^ORD-[0-9A-F]{8}$/),
      verification_url: null,
      error: null,
      retry_allowed: null,
      transaction: {
        merchant_transaction_id: matching(/^TXN-20260411-[0-9A-F]{8}$/),
        gateway_reference: matching(/^[0-9a-f]{32}$/),
        tenant_reference_id: "merchant-order-42",
        status: "approved",
        type: "sdd_sale",
      },
      order: { order_number: body.order_number, status: "COMPLETED" },
      subscription: { status: "ACTIVE", billing_frequency: "MONTHLY", next_billing_date: "2026-05-11" },
      amount: "99.00",
      currency: "EUR",
      payment_method: {
        type: "sepa_debit",
        iban_last4: "3000",
        iban_country: "DE",
        bic: "COBADEFFXXX",
        bank_name: "Commerzbank",
        holder_name: "Max",
      },
      sepa: { mandate_reference: `MAND-${String(body.order_number)}`, sequence_type: "FRST" },
      adapter: { name: "Emerchantpay Genesis" },
      payment_gateway: { test_mode: true },
      error_details: null,
    })
  })

  it("has no subscription for a one-off purchase", async () => {
    const box = await startBox()
    expect((await box.pay(await box.open())).body.subscription).toBeNull()
  })

  it.each([
    ["2026-01-31T12:00:00Z", { ...MONTHLY }, "2026-02-28"],
    ["2026-01-31T12:00:00Z", { ...MONTHLY, billing_frequency: "QUARTERLY" }, "2026-04-30"],
    ["2026-12-24T12:00:00Z", { ...MONTHLY, billing_frequency: "BIWEEKLY" }, "2027-01-07"],
    ["2024-02-29T12:00:00Z", { ...MONTHLY, billing_frequency: "YEARLY" }, "2025-02-28"],
    ["2026-01-31T12:00:00Z", { ...TRIAL, trial_interval_unit: "week", trial_period: 2 }, "2026-02-14"],
    ["2026-01-31T12:00:00Z", { billing_type: "RECURRING" }, null],
  ])("bills next, from %s with %j, on %s", async (now, terms, next_billing_date) => {
    const box = await startBox({ clock: () => new Date(now) })
    expect((await box.pay(await box.open(terms))).body).toMatchObject({ subscription: { next_billing_date } })
  })

  it("answers a decline with 200, every documented key, and returns the session to PENDING", async () => {
    const box = await startBox()
    const token = await box.open()
    const { status, body } = await box.pay(token, { iban: DECLINED })
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual([...DOCUMENTED_KEYS[""]].sort())
    expect(body).toMatchObject({
      status: "declined",
      error: "Insufficient funds",
      retry_allowed: true,
      error_details: {
        code: "insufficient_funds",
        message: "Insufficient funds",
        gateway_code: "AM04",
        gateway_message: "Insufficient funds",
      },
      transaction: { status: "declined" },
      order: { status: "FAILED" },
    })
    expect((await box.get(token)).body).toMatchObject({ status: "PENDING", attempts_remaining: 2 })
  })

  it.each(TEST_IBANS.filter(({ outcome }) => outcome === "declined"))("declines $iban with $code", async (test) => {
    const box = await startBox()
    const { code, gateway_code, message } = test
    const { body } = await box.pay(await box.open(), { iban: test.iban })
    const gateway_message = gateway_code === null ? null : message
    expect(body).toMatchObject({
      status: "declined",
      retry_allowed: true,
      error: message,
      error_details: { code, message, gateway_code, gateway_message },
    })
  })

  it("makes a new order and a new transaction for each attempt", async () => {
    const box = await startBox()
    const token = await box.open()
    await box.pay(token, { iban: DECLINED })
    await box.pay(token)
    const [first, second] = box.sandbox.sessions()[0]?.transactions ?? []
    expect([first?.status, second?.status]).toEqual(["declined", "approved"])
    expect(second?.id).not.toBe(first?.id)
    expect(second?.order_number).not.toBe(first?.order_number)
  })

  it("fails for good when the last attempt is declined", async () => {
    const box = await startBox()
    const token = await box.open({ max_payment_attempts: 2 })
    expect((await box.pay(token, { iban: DECLINED })).body).toMatchObject({ status: "declined", retry_allowed: true })
    expect((await box.pay(token, { iban: DECLINED })).body).toMatchObject({
      status: "failed",
      retry_allowed: false,
      error_details: { code: "insufficient_funds" },
      transaction: { status: "declined" },
      order: { status: "FAILED" },
    })
    expect((await box.get(token)).body).toMatchObject({ status: "FAILED", attempts_remaining: 0 })
    expect((await box.pay(token)).status).toBe(410)
  })

  it("fails for good at once on a hard decline", async () => {
    const box = await startBox()
    const token = await box.open()
    const { body } = await box.pay(token, { iban: HARD_DECLINE })
    expect(body).toMatchObject({ status: "failed", retry_allowed: false })
    expect((await box.get(token)).body).toMatchObject({ status: "FAILED", attempts_remaining: 2 })
  })

  it("refuses a reference twice with the guide's words, leaves the session PENDING and counts no attempt", async () => {
    const box = await startBox()
    const [first, second] = [await box.open(), await box.open()]
    await box.pay(first, { iban: DECLINED, tenant_reference_id: "order-1" })
    for (const token of [first, second]) {
      expect(await box.pay(token, { tenant_reference_id: "order-1" })).toMatchObject({
        status: 409,
        body: { detail: "tenant_reference_id already in use for this tenant", status_code: 409 },
      })
    }
    expect((await box.get(first)).body).toMatchObject({ status: "PENDING", attempts_remaining: 2 })
    expect((await box.get(second)).body).toMatchObject({ status: "PENDING", attempts_remaining: 3 })
    expect((await box.pay(second, { tenant_reference_id: "order-1-b" })).status).toBe(200)
  })

  it.each([
    ["a blank reference", { tenant_reference_id: "" }, "tenant_reference_id"],
    ["a reference of spaces", { tenant_reference_id: "  " }, "tenant_reference_id"],
    ["a reference of 256 characters", { tenant_reference_id: "x".repeat(256) }, "tenant_reference_id"],
    ["no holder", { iban_holder_name: "" }, "iban_holder_name"],
    ["a holder of 71 characters", { iban_holder_name: "x".repeat(71) }, "iban_holder_name"],
    ["a malformed IBAN", { iban: "DE88370400440532013000" }, "iban"],
    ["no IBAN", { iban: undefined }, "iban"],
  ])("answers 400 for %s and names the field, without counting an attempt", async (_, overrides, field) => {
    const box = await startBox()
    const token = await box.open()
    expect(await box.pay(token, overrides)).toMatchObject({
      status: 400,
      body: { detail: { [field]: anyText }, status_code: 400 },
    })
    expect((await box.get(token)).body).toMatchObject({ status: "PENDING", attempts_remaining: 3 })
  })

  it("takes a reference of 255 characters, null, and a holder of 70", async () => {
    const box = await startBox()
    const long = await box.pay(await box.open(), { tenant_reference_id: "x".repeat(255) })
    const none = await box.pay(await box.open(), { tenant_reference_id: null, iban_holder_name: "x".repeat(70) })
    expect([long.status, none.status]).toEqual([200, 200])
    expect(none.body).toMatchObject({ transaction: { tenant_reference_id: null } })
  })

  it("lets one of two parallel pays win and answers 409 to the other", async () => {
    const box = await startBox()
    box.sandbox.faults.payDelayMs = 400
    const token = await box.open()
    const answers = await Promise.all([box.pay(token), box.pay(token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(box.sandbox.sessions()).toMatchObject([{ status: "COMPLETED", attempts: 1 }])
  })

  it("says PAYMENT_IN_PROGRESS until the gateway has decided", async () => {
    const box = await startBox()
    box.sandbox.faults.payDelayMs = 400
    const token = await box.open()
    const paying = box.pay(token)
    while (box.sandbox.sessions()[0]?.status === "PENDING") {
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect((await box.get(token)).body.status).toBe("PAYMENT_IN_PROGRESS")
    expect((await box.cancel(token)).status).toBe(409)
    expect((await paying).body.status).toBe("completed")
  })

  it("answers 410 to a pay of a completed session and 409 to one that awaits verification", async () => {
    const box = await startBox()
    const [done, waiting] = [await box.open(), await box.open()]
    await box.pay(done)
    await box.pay(waiting, { iban: AWAITING })
    expect((await box.pay(done)).status).toBe(410)
    expect((await box.pay(waiting)).status).toBe(409)
  })

  it("keeps an attempt whose answer was lost", async () => {
    const box = await startBox()
    const [dropped, broken] = [await box.open(), await box.open()]
    box.sandbox.faults.payDropsAnswerAfterAcceptance = true
    await expect(box.pay(dropped)).rejects.toThrow()
    box.sandbox.faults.payDropsAnswerAfterAcceptance = false
    box.sandbox.faults.payAnswers500AfterAcceptance = true
    expect(await box.pay(broken)).toMatchObject({ status: 500, body: { status_code: 500 } })
    expect(box.sandbox.sessions().map(({ status }) => status)).toEqual(["COMPLETED", "COMPLETED"])
    const pays = box.sandbox.calls.filter(({ operation }) => operation === "pay")
    expect(pays.map(({ status }) => status)).toEqual([0, 500])
  })

  it("waits for the hook between acceptance and answer", async () => {
    const box = await startBox()
    const token = await box.open()
    const seen: unknown[] = []
    box.sandbox.faults.duringPay = async () => {
      seen.push((await box.get(token)).body.status)
    }
    await box.pay(token, { iban: APPROVED })
    expect(seen).toEqual(["COMPLETED"])
  })
})
