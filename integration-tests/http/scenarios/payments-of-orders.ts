import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import catalystpaySettleDebits from "../../../src/jobs/catalystpay-settle-debits"
import { paidOrder } from "../support/collected"
import { PROVIDER_ID } from "../support/environment"
import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"
import { openAgain, unpaidOrder } from "../support/unpaid-order"

const created = z.object({ payment_collection: z.object({ id: z.string() }) })

/** Which debit may pay a placed order, where there is more than one. */
export function paymentsOfOrders(shop: Shop): void {
  const payCalls = () => shop.gatewayCalls().filter((operation) => operation === "pay").length
  const isCaptured = (shopper: Shopper) =>
    eventually(() => shop.database.debit(shopper.sessionId), ({ captured_at }) => captured_at !== null)

  /** The merchant asks for the order's money by a collection of its own. */
  async function newCollection(orderId: string, amount: number): Promise<string> {
    const answer = await shop.admin.post("/admin/payment-collections", { order_id: orderId, amount })
    return created.parse(answer).payment_collection.id
  }

  async function payWithoutAnswer(shopper: Shopper): Promise<void> {
    shop.sandbox.faults.payDropsAnswerAfterAcceptance = true
    shop.sandbox.switches["pay-after-500"] = "in-progress"
    shop.hurry()
    expect(await shopper.authorize()).toMatchObject({
      status: 200,
      body: { payment_session: { status: "pending_authorization", data: { status: "submitting" } } },
    })
    shop.sandbox.faults.payDropsAnswerAfterAcceptance = false
  }

  async function settleLater(): Promise<void> {
    expect(shop.sandbox.finish()).toBe(1)
    await shop.database.rows(
      "update catalystpay_debit set submitted_at = submitted_at - interval '1 minute' where status = 'submitting' returning id",
    )
    await catalystpaySettleDebits(shop.container())
  }

  it("wait while the outcome of one is unknown, and the job settles it", async () => {
    const { shopper, orderId } = await unpaidOrder(shop)
    shop.sandbox.holdWebhooks()
    await openAgain(shopper, APPROVED)
    await payWithoutAnswer(shopper)
    expect((await shopper.order(orderId)).payment_status).toBe("awaiting")
    expect(await shopper.authorize()).toMatchObject({ status: 200, body: { payment_session: { status: "pending_authorization" } } })
    expect(payCalls()).toBe(1)
    await settleLater()
    expect((await shopper.order(orderId)).payment_status).toBe("authorized")
    await shop.sandbox.releaseWebhooks()
    await isCaptured(shopper)
    expect(payCalls()).toBe(1)
  })

  it("are refused while another one of the order is under way, also by another collection", async () => {
    const { shopper, orderId } = await unpaidOrder(shop)
    const { total } = await shopper.order(orderId)
    await openAgain(shopper, APPROVED)
    await payWithoutAnswer(shopper)
    const first = shopper.sessionId
    // Under another e-mail CatalystPay lets a second session be opened.
    await shop.admin.post(`/admin/orders/${orderId}`, { email: shop.newShopper().email })
    shopper.collectionId = await newCollection(orderId, total)
    await openAgain(shopper, APPROVED)
    expect(await shopper.authorize()).toMatchObject({ status: 409, body: { code: "payment_in_progress" } })
    expect(payCalls()).toBe(1)
    await settleLater()
    shopper.sessionId = first
    await isCaptured(shopper)
    expect(payCalls()).toBe(1)
  })

  it("answer the same when a request is repeated whose answer was lost, and refuse another session", async () => {
    const { shopper, orderId } = await unpaidOrder(shop)
    await openAgain(shopper, APPROVED)
    const paid = { status: 200, body: { order_id: orderId, payment_session: { data: { status: "approved" } } } }
    expect(await shopper.authorize()).toMatchObject(paid)
    await isCaptured(shopper)
    expect(await shopper.authorize()).toMatchObject(paid)

    // Medusa's routes open none for what is paid, and a store's own code can't either.
    const { total } = await shopper.order(orderId)
    const another = { provider_id: PROVIDER_ID, currency_code: "eur", amount: total, data: {} }
    const payments = shop.container().resolve(Modules.PAYMENT)
    await expect(payments.createPaymentSession(shopper.collectionId, another)).rejects.toMatchObject({
      code: "payment_in_progress",
    })
    expect(payCalls()).toBe(1)
  })

  it("may be made anew by a collection of the merchant's after a chargeback in full", async () => {
    const paid = await paidOrder(shop)
    const { shopper, orderId } = paid
    shop.sandbox.chargeBack(paid.transaction, { reason_code: "AM04" })
    await paid.until(({ state }) => state === "charged_back")
    const { total } = await shopper.order(orderId)
    shopper.collectionId = await newCollection(orderId, total)
    await openAgain(shopper, APPROVED)
    expect(await shopper.authorize()).toMatchObject({
      status: 200,
      body: { order_id: orderId, payment_session: { data: { status: "approved" } } },
    })
    await isCaptured(shopper)
    expect(payCalls()).toBe(2)
    await eventually(() => shop.database.count("capture"), (count) => count === 2)
    expect(await shop.database.rows("select code from catalystpay_problem where closed_at is null")).toEqual([])
  })
}
