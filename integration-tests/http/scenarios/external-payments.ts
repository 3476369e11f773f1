import { eventually } from "../support/eventually"
import { API_KEY } from "../support/environment"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"
import { Stranding } from "../support/stranding"

/** Whoever has the session token can pay at the gateway, past the store. */
export function externalPayments(shop: Shop): void {
  const problems = () => shop.database.rows("select code, details, closed_at from catalystpay_problem order by created_at")

  async function payAtGateway(shopper: Shopper): Promise<void> {
    const { data } = await shopper.session()
    const answer = await fetch(`${process.env.CATALYSTPAY_API_URL}/payment-sessions/${data.session_token}/pay/`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${API_KEY}` },
      body: JSON.stringify({ iban: APPROVED, iban_holder_name: "Max Mustermann" }),
    })
    expect(answer.status).toBe(200)
    await eventually(
      () => shop.database.debit(shopper.sessionId),
      ({ origin, orphaned_at }) => origin === "external" && orphaned_at !== null,
    )
  }

  it("are reported, and pay for no order", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await payAtGateway(shopper)
    expect(await eventually(problems, (found) => found.length > 0)).toMatchObject([
      { code: "debit_without_order", closed_at: null, details: { amount: "20.71", currency: "EUR", source: "external" } },
    ])
    expect(await shopper.cartIsOpen()).toBe(true)
    expect(await shop.database.count("payment")).toBe(0)
  })

  it("keep the store from submitting, tell the shopper so, and leave the way to a new payment open", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    await payAtGateway(shopper)
    shop.sandbox.clearCalls()
    expect(await shopper.complete()).toMatchObject({
      status: 200,
      body: { type: "cart", error: { message: expect.stringContaining("directly at the payment service") as unknown } },
    })
    expect(shop.gatewayCalls()).toEqual([])
    expect((await shopper.openSession()).status).toBe(200)
    await shopper.giveBankAccount(APPROVED)
    const { id } = await shopper.placeOrder()
    await eventually(() => shopper.order(id), ({ payment_status }) => payment_status === "captured")
    expect(await problems()).toMatchObject([{ code: "debit_without_order", closed_at: null }])
  })

  it("leave the order unpaid that waited in the queue for the same session", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    const orderId = await new Stranding(shop).beforeProviderIsAsked(shopper)
    await shop.database.rows("update catalystpay_debit set status = 'queued', queued_at = now() returning id")
    await shop.database.rows("update payment_session set status = 'pending_authorization' where id = ? returning id", [
      shopper.sessionId,
    ])
    await payAtGateway(shopper)
    const told = await eventually(problems, (found) => found.length === 2)
    expect(told.map(({ code }) => code).sort()).toEqual(["debit_without_order", "order_without_debit"])
    expect((await shopper.order(orderId)).payment_collections[0]).toMatchObject({
      payments: [],
      payment_sessions: [{ status: "error" }],
    })
    expect((await shopper.order(orderId)).payment_status).toBe("not_paid")
  })

  it("do not keep the cart from being changed", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await payAtGateway(shopper)
    expect((await shopper.addItem()).status).toBe(200)
  })
}
