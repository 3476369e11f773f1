import fc from "fast-check"
import type { Switches } from "../../sandbox"
import { toDecimal, toMinor } from "../../sandbox/money"
import { APPROVED, AWAITING, closeAll, DECLINED, startBox, startReceiver } from "./support"

/** A sandbox with one debit, and the events since then. */
async function debit({ switches = {}, iban = APPROVED }: { switches?: Partial<Switches>; iban?: string } = {}) {
  const { url, received } = await startReceiver(200)
  const box = await startBox({ webhooks: { url, secret: "s" }, switches })
  const token = await box.open()
  await box.pay(token, { iban, tenant_reference_id: "order-42" })
  await box.sandbox.settled()
  const before = received.length
  const events = async () => {
    await box.sandbox.settled()
    return received.slice(before).map(({ headers, body }) => ({
      name: headers["x-catalystpay-event"],
      body: JSON.parse(body) as Record<string, unknown>,
    }))
  }
  const id = box.sandbox.transactions()[0]?.id ?? ""
  const orderStatus = () => box.sandbox.transactions()[0]?.order_status
  return { sandbox: box.sandbox, box, token, id, events, orderStatus }
}

describe("what happens after the debit", () => {
  afterEach(closeAll)

  it.each([
    ["settled", "settled"],
    ["unseen", "paid_out"],
  ] as const)("a debit is settled once, and an event says so [transaction-words=%s]", async (answer, word) => {
    const { sandbox, id, events, orderStatus } = await debit({ switches: { "transaction-words": answer } })
    expect(sandbox.settle(id)).toMatchObject({ id, status: word, order_status: "COMPLETED", error_code: null })
    expect(await events()).toMatchObject([
      { name: "transaction.status_changed", body: { transaction_id: id, status: word, reason_code: null } },
    ])
    expect(() => sandbox.settle(id)).toThrow("settled already")
    expect(orderStatus()).toBe("COMPLETED")
  })

  it("a debit bounces with its reason, settled or not, and is declined from then on", async () => {
    const { sandbox, id, events, orderStatus } = await debit()
    sandbox.settle(id)
    expect(sandbox.bounce(id, "AM04")).toMatchObject({
      status: "declined",
      error_code: "insufficient_funds",
      reason_code: "AM04",
    })
    expect((await events()).at(-1)).toMatchObject({
      name: "transaction.status_changed",
      body: { status: "declined", reason_code: "AM04", tenant_reference_id: "order-42" },
    })
    expect(orderStatus()).toBe("FAILED")
    expect(() => sandbox.bounce(id, "AM04")).toThrow("is declined; only an approved debit can be returned")
    expect(() => sandbox.refund(id)).toThrow("only an approved debit")
    expect(() => sandbox.chargeBack(id, { reason_code: "MD06" })).toThrow("only an approved debit")
  })

  it("a reason that no list has is taken, and what is no reason is not", async () => {
    const { sandbox, id } = await debit()
    expect(() => sandbox.bounce(id, "am4")).toThrow("Validation error")
    expect(sandbox.transactions()[0]?.status).toBe("approved")
    expect(sandbox.bounce(id, "ZZ99")).toMatchObject({ error_code: "unknown", reason_code: "ZZ99" })
  })

  it.each(["chargeback.created", "chargeback.imported"] as const)(
    "a debit is charged back, in part and in full [chargeback-event=%s]",
    async (event) => {
      const { sandbox, id, events, orderStatus } = await debit({ switches: { "chargeback-event": event } })
      const first = sandbox.chargeBack(id, { reason_code: "MD06", amount: "9.99" })
      expect(first).toMatchObject({
        transaction_id: id,
        status: "charged_back",
        amount: "9.99",
        reason_message: "Refund asked for by the debtor",
        tenant_reference_id: "order-42",
      })
      expect(sandbox.chargeBack(id, { reason_code: "MD01" })).toMatchObject({ amount: "20.00" })
      expect(await events()).toMatchObject([
        { name: event, body: { chargeback_id: first.id, transaction_id: id, amount: "9.99", reason_code: "MD06" } },
        { name: event, body: { amount: "20.00", reason_code: "MD01" } },
      ])
      expect(() => sandbox.chargeBack(id, { reason_code: "MD01" })).toThrow("0.00 is left")
      expect(orderStatus()).toBe("CHARGEDBACK")
      expect(sandbox.chargebacks().map(({ amount }) => amount)).toEqual(["9.99", "20.00"])
      expect(() => sandbox.bounce(id, "AM04")).toThrow("was charged back")
    },
  )

  it.each([
    ["transaction.created", ["transaction.created"]],
    ["transaction.imported", ["transaction.imported"]],
    ["none", []],
  ] as const)("a refund is a transaction of its own, announced or not [refund-event=%s]", async (answer, names) => {
    const { sandbox, token, id, events } = await debit({ switches: { "refund-event": answer } })
    const refund = sandbox.refund(id)
    expect(refund).toMatchObject({
      session_token: token,
      type: "sdd_refund",
      status: "approved",
      amount: "29.99",
      original_transaction_id: id,
      order_status: "REFUNDED",
    })
    expect(refund.id).not.toBe(id)
    expect((await events()).map(({ name }) => name)).toEqual(names)
    expect(sandbox.sessions()[0]?.transactions.map(({ type }) => type)).toEqual(["sdd_sale", "sdd_refund"])
  })

  it.each([
    ["original", "order-42"],
    ["null", null],
  ] as const)("a refund carries its debit's reference, or none [refund-reference=%s]", async (answer, reference) => {
    const { sandbox, id, events } = await debit({ switches: { "refund-reference": answer } })
    expect(sandbox.refund(id).tenant_reference_id).toBe(reference)
    expect(await events()).toMatchObject([{ body: { type: "sdd_refund", tenant_reference_id: reference } }])
  })

  it("refunds add up to what was paid and no further", async () => {
    const { sandbox, id, orderStatus } = await debit()
    sandbox.refund(id, { amount: "10" })
    expect(orderStatus()).toBe("PARTIALLY_REFUNDED")
    sandbox.refund(id, { amount: "10.5" })
    expect(() => sandbox.refund(id, { amount: "9.50" })).toThrow("9.49 is left, which is less than 9.50")
    expect(sandbox.refund(id).amount).toBe("9.49")
    expect(orderStatus()).toBe("REFUNDED")
    expect(() => sandbox.refund(id)).toThrow("0.00 is left")
  })

  it("any refunds and chargebacks leave the merchant no less than nothing twice over", async () => {
    const { sandbox, box } = await debit()
    const operation = fc.record({ refund: fc.boolean(), minor: fc.integer({ min: 1, max: 3500 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 8 }), async (operations) => {
        const { body } = await box.pay(await box.open())
        const id = sandbox.transactions().find(({ order_number }) => order_number === body.order_number)?.id ?? ""
        const taken = { refund: 0, chargeBack: 0 }
        for (const { refund, minor } of operations) {
          const amount = toDecimal(minor)
          const fits = refund ? taken.refund + taken.chargeBack + minor <= 2999 : taken.chargeBack + minor <= 2999
          const act = () => (refund ? sandbox.refund(id, { amount }) : sandbox.chargeBack(id, { reason_code: "MD06", amount }))
          if (fits) {
            expect(act().amount).toBe(amount)
            taken[refund ? "refund" : "chargeBack"] += minor
          } else {
            expect(act).toThrow("is left")
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it.each(["0", "0.00", "-1", "1.999", "1,50", "abc", "", "123456789"])("%j is no amount", async (amount) => {
    const { sandbox, id } = await debit()
    expect(() => sandbox.refund(id, { amount })).toThrow("Validation error")
    expect(() => sandbox.chargeBack(id, { amount, reason_code: "MD06" })).toThrow("Validation error")
    expect(sandbox.transactions()).toHaveLength(1)
  })

  it("nothing happens to a declined, a waiting, an unknown one, or to a refund", async () => {
    for (const [iban, stage] of [[DECLINED, "declined"], [AWAITING, "pending"]] as const) {
      const { sandbox, id } = await debit({ iban })
      expect(() => sandbox.settle(id)).toThrow(`is ${stage}; only an approved debit can be settled`)
      expect(() => sandbox.chargeBack(id, { reason_code: "MD06" })).toThrow("can be charged back")
    }
    const { sandbox, id } = await debit()
    const refund = sandbox.refund(id)
    expect(() => sandbox.settle(refund.id)).toThrow("is a refund")
    expect(() => sandbox.refund("no-such-id")).toThrow("There is no transaction no-such-id.")
    expect(() => sandbox.rebill("no-such-id")).toThrow("There is no subscription no-such-id.")
  })

  it("decimal texts and minor units are each other's inverse", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (minor) => toMinor(toDecimal(minor)) === minor))
    expect(toDecimal(-5)).toBe("-0.05")
  })
})
