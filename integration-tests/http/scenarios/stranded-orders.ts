import { setTimeout as sleep } from "node:timers/promises"
import catalystpayHealOrders from "../../../src/jobs/catalystpay-heal-orders"
import { agreeWithLedger } from "../../../src/workflows/agreement"
import { underCartLock } from "../../../src/workflows/steps/cart-lock"
import { eventually } from "../support/eventually"
import { APPROVED, AWAITING, HARD_DECLINE } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"
import { Stranding } from "../support/stranding"

export function strandedOrders(shop: Shop): void {
  const stranding = new Stranding(shop)
  const payCalls = () => shop.gatewayCalls().filter((operation) => operation === "pay").length
  const runJob = () => catalystpayHealOrders(shop.container())
  const problems = () => shop.database.rows("select code, order_id, closed_at from catalystpay_problem order by created_at")

  async function readyShopper(iban = APPROVED): Promise<Shopper> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect((await shopper.giveBankAccount(iban)).status).toBe(200)
    return shopper
  }

  it("is paid by the debit that was approved before the process died, once pay is pressed again", async () => {
    const shopper = await readyShopper()
    shop.sandbox.holdWebhooks()
    const orderId = await stranding.afterProviderAnswered(shopper)
    expect((await shopper.order(orderId)).payment_status).toBe("not_paid")

    const order = await shopper.placeOrder()
    expect(order).toMatchObject({ id: orderId, payment_status: "authorized" })
    expect(order.payment_collections[0]?.payments).toHaveLength(1)
    expect(payCalls()).toBe(1)

    await shop.sandbox.releaseWebhooks()
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
    // The order's own transaction is written a moment after the capture.
    await eventually(() => shop.database.count("order_transaction"), (count) => count === 1)
  })

  it("is found by the job, by any number of servers at once", async () => {
    const shopper = await readyShopper()
    shop.sandbox.holdWebhooks()
    const orderId = await stranding.afterProviderAnswered(shopper)
    await runJob()
    expect((await shopper.order(orderId)).payment_status).toBe("not_paid")
    await stranding.age(shopper)
    await Promise.all([runJob(), runJob(), runJob()])
    const order = await shopper.order(orderId)
    expect(order.payment_status).toBe("authorized")
    expect(order.payment_collections[0]?.payments).toHaveLength(1)
    expect(await problems()).toEqual([])
  })

  it("submits once what the shopper had pressed pay for and nobody had submitted", async () => {
    const shopper = await readyShopper()
    shop.sandbox.holdWebhooks()
    const orderId = await stranding.beforeProviderIsAsked(shopper)
    expect(payCalls()).toBe(0)
    const [first, second] = await Promise.all([shopper.placeOrder(), shopper.placeOrder()])
    expect([first.id, second.id]).toEqual([orderId, orderId])
    expect((await shopper.order(orderId)).payment_status).toBe("authorized")
    expect(payCalls()).toBe(1)
  })

  it("waits for the mandate's signature where the bank asks for one, and takes it", async () => {
    const shopper = await readyShopper(AWAITING)
    const orderId = await stranding.beforeProviderIsAsked(shopper)
    const order = await shopper.placeOrder()
    expect(order).toMatchObject({ id: orderId, payment_status: "awaiting" })
    const session = order.payment_collections[0]?.payment_sessions[0]
    expect(session).toMatchObject({ status: "pending_authorization", data: { status: "awaiting_verification" } })
    const page = session?.data.verification_url ?? ""
    await fetch(page, { method: "POST", body: new URLSearchParams({ decision: "sign" }), redirect: "manual" })
    expect((await shopper.returnFromVerification("vnd_1")).status).toBe(200)
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
  })

  it("asks what became of a debit that was being submitted when the process died", async () => {
    const shopper = await readyShopper()
    shop.sandbox.holdWebhooks()
    const orderId = await stranding.afterProviderAnswered(shopper)
    await shop.database.rows("update catalystpay_debit set status = 'submitting', approved_at = null returning id")
    const order = await shopper.placeOrder()
    expect(order).toMatchObject({ id: orderId, payment_status: "authorized" })
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay", "get"])
  })

  it.each(["payment", "balance"] as const)("is paid in its own books, too, when the capture did not get to its %s", async (before) => {
    const shopper = await readyShopper()
    const { id } = await shopper.placeOrder()
    await eventually(() => shop.database.count("order_transaction"), (count) => count === 1)
    await stranding.whileCaptureIsBooked(shopper, id, before)
    await stranding.age(shopper)
    await Promise.all([runJob(), runJob()])
    await runJob()
    const payments = await shop.database.rows("select captured_at is not null as dated, c.id as capture from payment p join capture c on c.payment_id = p.id")
    expect(payments).toMatchObject([{ dated: true }])
    const booked = await shop.database.rows("select t.reference_id as capture, t.amount = c.amount as whole from order_transaction t join capture c on c.id = t.reference_id")
    expect(booked).toEqual([{ capture: payments[0]?.capture, whole: true }])
    expect((await shopper.order(id)).payment_status).toBe("captured")
    expect(await problems()).toEqual([])
  })

  it("is reported when it was linked to nothing and pay was pressed again, until it is cancelled", async () => {
    const shopper = await readyShopper()
    const left = await stranding.beforeOrderIsLinked(shopper)
    const { id } = await shopper.placeOrder()
    expect(id).not.toBe(left)
    await eventually(() => shopper.order(id), ({ payment_status }) => payment_status === "captured")
    await shop.database.rows("update catalystpay_debit set created_at = now() - interval '20 minutes' returning id")
    await shop.database.rows(`update "order" set created_at = now() - interval '10 minutes' returning id`)
    await Promise.all([runJob(), runJob()])
    expect(await problems()).toMatchObject([{ code: "order_without_debit", order_id: left, closed_at: null }])
    await shop.admin.post(`/admin/orders/${left}/cancel`)
    await runJob()
    expect((await problems())[0]?.closed_at).not.toBeNull()
    expect(payCalls()).toBe(1)
  })

  it("is reported when it was linked to nothing and the shopper bought something else, which cancelled its debit", async () => {
    const shopper = await readyShopper()
    const left = await stranding.beforeOrderIsLinked(shopper)
    await shopper.addItem()
    await shopper.openSession()
    await shop.database.rows("update catalystpay_debit set created_at = created_at - interval '20 minutes' returning id")
    await shop.database.rows(`update "order" set created_at = now() - interval '10 minutes' returning id`)
    expect(await shop.database.rows("select status from catalystpay_debit order by created_at")).toEqual([
      { status: "cancelled" },
      { status: "opened" },
    ])
    await runJob()
    expect(await problems()).toMatchObject([{ code: "order_without_debit", order_id: left, closed_at: null }])
    expect(payCalls()).toBe(0)
  })

  it("is reported when nothing can pay for it, and no longer once it is cancelled", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    const orderId = await stranding.beforeProviderIsAsked(shopper)
    await stranding.age(shopper)
    await runJob()
    const order = await shopper.order(orderId)
    expect(order.payment_status).toBe("not_paid")
    expect(order.payment_collections[0]).toMatchObject({ status: "failed", payment_sessions: [{ status: "error" }] })
    expect(await problems()).toMatchObject([{ code: "order_without_debit", order_id: orderId, closed_at: null }])
    await runJob()
    expect(await problems()).toHaveLength(1)
    expect(await shop.admin.get(`/admin/catalystpay/problems?order_id=${orderId}`)).toMatchObject({
      problems: [{ code: "order_without_debit", order: { id: orderId, display_id: expect.any(Number) as unknown } }],
    })
    await shop.admin.post(`/admin/orders/${orderId}/cancel`)
    await eventually(problems, ([problem]) => !!problem?.closed_at)
  })

  it("is reported when the bank account was sealed under a key that is gone, until the customer gives it again", async () => {
    const shopper = await readyShopper()
    const orderId = await stranding.beforeProviderIsAsked(shopper)
    await shop.database.rows("update catalystpay_debit set sealed_iban = 'v1.000000000000.gone.gone.gone' returning id")
    await stranding.age(shopper)
    await runJob()
    expect((await shopper.order(orderId)).payment_status).toBe("not_paid")
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "opened", sealed_iban: null })
    expect(await problems()).toMatchObject([{ code: "order_without_debit", order_id: orderId, closed_at: null }])
    expect(payCalls()).toBe(0)
    expect((await shopper.openSession()).status).toBe(200)
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    expect((await shopper.authorize()).status).toBe(200)
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
    expect((await problems())[0]?.closed_at).not.toBeNull()
  })

  it("is no problem while a completion is placing it, or undoing it", async () => {
    const shopper = await readyShopper()
    const orderId = await stranding.beforeProviderIsAsked(shopper)
    const { database } = shop
    // The bank has refused for good, and Medusa is about to take the order back.
    const refused = "update catalystpay_debit set status = 'failed', sealed_iban = null where payment_session_id = ? returning id"
    const [debit] = await database.rows(refused, [shopper.sessionId])
    await database.rows("update payment_session set status = 'error' where id = ? returning id", [shopper.sessionId])
    const agreement = await underCartLock(shop.container(), shopper.cartId, async () => {
      const agreed = agreeWithLedger(shop.container(), String(debit?.id))
      await Promise.race([agreed, sleep(1_000)])
      await database.rows("delete from order_payment_collection where order_id = ? returning order_id", [orderId])
      return { agreed }
    })
    await agreement.agreed
    expect(await problems()).toEqual([])
  })

  it("says so when the submission that was made up for is declined for good", async () => {
    const shopper = await readyShopper(HARD_DECLINE)
    const orderId = await stranding.beforeProviderIsAsked(shopper)
    // Medusa looks for a payable session before it looks for the order.
    expect((await shopper.complete()).status).toBe(400)
    const order = await shopper.order(orderId)
    expect(order.payment_status).toBe("not_paid")
    expect(order.payment_collections[0]?.payment_sessions).toMatchObject([{ status: "error", data: { status: "failed" } }])
    expect(await problems()).toMatchObject([{ code: "order_without_debit", order_id: orderId, closed_at: null }])
  })
}
