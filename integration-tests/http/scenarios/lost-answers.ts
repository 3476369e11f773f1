import catalystpaySettleDebits from "../../../src/jobs/catalystpay-settle-debits"
import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"

export function lostAnswers(shop: Shop): void {
  const payCalls = () => shop.gatewayCalls().filter((operation) => operation === "pay").length

  it.each(["payDropsAnswerAfterAcceptance", "payAnswers500AfterAcceptance"] as const)(
    "is asked what became of a debit whose answer was lost (%s), and never told twice to collect it",
    async (fault) => {
      const shopper = shop.newShopper()
      await shopper.goToPayment()
      await shopper.giveBankAccount(APPROVED)
      shop.sandbox.faults[fault] = true
      const placed = await shopper.placeOrder()
      expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay", "get"])
      await eventually(() => shopper.order(placed.id), (order) => order.payment_status === "captured")
      await shopper.placeOrder()
      expect(payCalls()).toBe(1)
      const [session] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
      expect(session?.attempts).toBe(1)
      expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "approved", sealed_iban: null })
    },
  )

  it("settles by the records what a GET does not tell any more, while the shopper waits", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    shop.sandbox.faults.payDropsAnswerAfterAcceptance = true
    shop.sandbox.switches["get-terminal"] = "410"
    const order = await shopper.placeOrder()
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay", "get", "reconciliation"])
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "approved", sealed_iban: null })
    await eventually(() => shopper.order(order.id), (now) => now.payment_status === "captured")
  })

  it("leaves the order awaiting while the gateway cannot tell, whatever a webhook says, and captures when it can", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    shop.sandbox.faults.payDropsAnswerAfterAcceptance = true
    shop.sandbox.switches["pay-after-500"] = "in-progress"
    shop.hurry()
    const order = await shopper.placeOrder()
    expect(order.payment_status).toBe("awaiting")
    const debit = await shop.database.debit(shopper.sessionId)
    expect(debit).toMatchObject({ status: "submitting", captured_at: null })

    await shop.webhooks.send({ session_token: String(debit.session_token), status: "COMPLETED", amount: "20.71", currency: "EUR" })
    const told = await eventually(
      async () => (await shop.database.deliveries())[0],
      (delivery) => delivery?.status === "received" && delivery.tries !== 0,
    )
    expect(told).toMatchObject({ outcome: "The API does not confirm it: the debit is submitting." })
    expect((await shopper.order(order.id)).payment_status).toBe("awaiting")

    shop.sandbox.holdWebhooks()
    expect(shop.sandbox.finish()).toBe(1)
    await shop.database.rows(
      "update catalystpay_debit set submitted_at = submitted_at - interval '1 minute' where payment_session_id = ? returning id",
      [shopper.sessionId],
    )
    await catalystpaySettleDebits(shop.container())
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "approved" })
    expect((await shopper.order(order.id)).payment_status).toBe("authorized")
    await shop.sandbox.releaseWebhooks()
    await eventually(() => shopper.order(order.id), (now) => now.payment_status === "captured")
    expect(payCalls()).toBe(1)
    expect(await shop.database.count("capture")).toBe(1)
  })

  it("says that nothing was debited when it cannot be reached, and pays when it can", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    await shop.line.cut()
    expect(await shopper.complete()).toMatchObject({
      status: 200,
      body: {
        type: "cart",
        error: {
          type: "payment_authorization_error",
          message: "The payment could not be sent, and nothing was debited. Please try again in a moment.",
        },
      },
    })
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "ready", attempt: 1 })
    await shop.line.mend()
    await shopper.placeOrder()
    expect(payCalls()).toBe(1)
  })

  it("answers 503 when a payment cannot be opened, and opens it when it can", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    await shopper.openCollection()
    await shop.line.cut()
    expect(await shopper.openSession()).toMatchObject({ status: 503, body: { code: "gateway_unavailable" } })
    expect(await shop.database.count("catalystpay_debit")).toBe(0)
    expect(await shopper.sessions()).toEqual([])
    await shop.line.mend()
    expect((await shopper.openSession()).status).toBe(200)
  })

  it("never keeps a cart from being changed", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shop.line.cut()
    expect((await shopper.addItem()).status).toBe(200)
    expect(await shopper.sessions()).toEqual([])
    await shop.line.mend()
    await shopper.openSession()
    expect(shop.gatewayCalls()).toEqual(["create", "cancel", "create"])
  })
}
