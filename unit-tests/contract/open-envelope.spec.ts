import { APPROVED, AWAITING, closeStages, DECLINED, eachAnswer, HARD_DECLINE, keysOf, startStage } from "./support"

afterEach(closeStages)

describe("what is open about the result of pay and verify, and what the client makes of each answer", () => {
  it.each(eachAnswer("absent-keys", { null: true, omitted: false }))(
    "[6.3-keys] [6.3-tolerant] the client hands on every key, where one without a source is %s",
    async (_, switches, present) => {
      const stage = await startStage({ switches })
      const [raw, read] = [await stage.pay(await stage.open()), await stage.submit(await stage.start())]
      const absent = ["verification_url", "error", "retry_allowed", "subscription", "error_details"]
      expect(absent.filter((key) => Object.hasOwn(raw.body, key))).toEqual(present ? absent : [])
      expect(absent.map((key) => Object.entries(read).find(([name]) => name === key)?.[1])).toEqual(Array(5).fill(null))
      expect(read).toMatchObject({ status: "completed", transaction: { status: "approved" }, amount: "29.99" })
    },
  )

  it.each(eachAnswer("transaction-block", { always: false, "settled-only": true }))(
    "[6.3-transaction-block] the client reads a transaction that is there %s",
    async (_, switches, missing) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      const waiting = await stage.submit(token, { iban: AWAITING })
      expect(waiting.verification_url).toMatch(/^http/)
      expect(waiting.transaction === null).toBe(missing)
      await stage.decide(token, "sign")
      expect((await stage.client.verify(token, {})).transaction?.status).toBe("approved")
    },
  )

  it.each(
    eachAnswer("awaiting-words", {
      pending: ["pending", "PENDING"],
      null: [null, null],
      unseen: ["mandate_pending", "ON_HOLD"],
    }),
  )("[6.3-awaiting-words] the client goes by the envelope's status: %s", async (_, switches, words) => {
    const stage = await startStage({ switches })
    const { status, transaction, order } = await stage.submit(await stage.start(), { iban: AWAITING })
    expect([status, transaction?.status, order?.status]).toEqual(["awaiting_verification", ...words])
  })

  it.each(eachAnswer("awaiting-retry", { null: null, false: false, true: true }))(
    "[6.3-awaiting-retry] the client reads retry_allowed while it awaits: %s",
    async (_, switches, retry_allowed) => {
      const stage = await startStage({ switches })
      const result = await stage.submit(await stage.start(), { iban: AWAITING })
      expect(result).toMatchObject({ status: "awaiting_verification", retry_allowed })
    },
  )

  it.each(eachAnswer("sequence-type", { FRST: "FRST", OOFF: "OOFF", null: null }))(
    "[6.3-sequence-first] the client reads a one-off's sequence type: %s",
    async (_, switches, sequence_type) => {
      const stage = await startStage({ switches })
      expect((await stage.submit(await stage.start())).sepa).toMatchObject({ sequence_type })
    },
  )

  it.each(
    eachAnswer("unseen-code", {
      listed: { code: "insufficient_funds", raw_code: "insufficient_funds" },
      unseen: { code: "unknown", raw_code: "mandate_limit_exceeded" },
    }),
  )("[6.3-codes] the client calls a code that is not listed unknown: %s", async (_, switches, error_details) => {
    const stage = await startStage({ switches })
    const result = await stage.submit(await stage.start(), { iban: DECLINED })
    expect(result).toMatchObject({ status: "declined", retry_allowed: true, error_details })
  })

  it.each(eachAnswer("last-decline", { failed: "failed", declined: "declined" }))(
    "[6.3-failed] retry_allowed is false after the last decline, though that is called %s",
    async (_, switches, status) => {
      const stage = await startStage({ switches })
      const token = await stage.start({ max_payment_attempts: 1 })
      expect(await stage.submit(token, { iban: DECLINED })).toMatchObject({ status, retry_allowed: false })
      const hard = await stage.submit(await stage.start(), { iban: HARD_DECLINE })
      expect(hard).toMatchObject({ status, retry_allowed: false })
    },
  )

  it.each(eachAnswer("retryable-decline", { declined: "declined", failed: "failed" }))(
    "[6.3-failed-retry] retry_allowed is true while attempts are left, though a decline is called %s",
    async (_, switches, status) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      expect(await stage.submit(token, { iban: DECLINED })).toMatchObject({ status, retry_allowed: true })
      expect((await stage.submit(token)).status).toBe("completed")
    },
  )

  it.each(eachAnswer("retry-order", { new: 2, reused: 1 }))(
    "[6.3-retry-order] another attempt has a transaction of its own, its order is %s",
    async (_, switches, orders) => {
      const stage = await startStage({ switches })
      const token = await stage.start()
      const results = [await stage.submit(token, { iban: DECLINED }), await stage.submit(token, { iban: APPROVED })]
      expect(new Set(results.map(({ order_number }) => order_number)).size).toBe(orders)
      expect(new Set(results.map(({ transaction }) => transaction?.id)).size).toBe(2)
      expect(keysOf(results[0])).toEqual(keysOf(results[1]))
    },
  )
})
