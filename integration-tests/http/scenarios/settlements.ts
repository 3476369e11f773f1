import catalystpaySettleByTime from "../../../src/jobs/catalystpay-settle-by-time"
import { eventually } from "../support/eventually"
import { APPROVED, AWAITING } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"

/** The suite runs with `capture: "on_settlement"`. */
export function settlements(shop: Shop): void {
  const runJob = () => catalystpaySettleByTime(shop.container())
  const debitOf = (shopper: Shopper) => shop.database.debit(shopper.sessionId)

  /** Paid, and confirmed by webhook. */
  async function confirmed(): Promise<{ shopper: Shopper; orderId: string; transactionId: string }> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    const { id } = await shopper.placeOrder()
    const debit = await eventually(() => debitOf(shopper), ({ confirmed_at }) => confirmed_at !== null)
    // The webhooks have done what they do: nothing of them is still at work on the order.
    await eventually(() => shop.database.deliveries(), (rows) => rows.every(({ processed_at }) => processed_at !== null))
    return { shopper, orderId: id, transactionId: String(debit.transaction_id) }
  }

  async function letDaysPass(shopper: Shopper): Promise<void> {
    const sql = "update catalystpay_debit set approved_at = now() - interval '30 days' where payment_session_id = ? returning id"
    await shop.database.rows(sql, [shopper.sessionId])
  }

  it("stays authorised when the webhook confirms it, and is captured once its time has come", async () => {
    const { shopper, orderId } = await confirmed()
    await runJob()
    expect((await shopper.order(orderId)).payment_status).toBe("authorized")
    expect(await shop.database.count("capture")).toBe(0)

    await letDaysPass(shopper)
    await Promise.all([runJob(), runJob(), runJob()])
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
    expect(await debitOf(shopper)).toMatchObject({ settled_at: expect.any(Date) as unknown, captured_at: expect.any(Date) as unknown })
    await runJob()
    expect(await shop.database.count("capture")).toBe(1)
  })

  it("is captured also where CatalystPay's word for a settled debit is one that nobody listed", async () => {
    shop.sandbox.switches["transaction-words"] = "unseen"
    const { shopper, orderId, transactionId } = await confirmed()
    shop.sandbox.settle(transactionId)
    await letDaysPass(shopper)
    await runJob()
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
  })

  it("is never captured when the debit bounced before it settled, webhook or not", async () => {
    const { shopper, orderId, transactionId } = await confirmed()
    shop.sandbox.holdWebhooks()
    shop.sandbox.bounce(transactionId, "AM04")
    await letDaysPass(shopper)
    await runJob()
    expect((await shopper.order(orderId)).payment_status).not.toBe("captured")
    expect(await shop.database.count("capture")).toBe(0)
    expect(await debitOf(shopper)).toMatchObject({ settled_at: null, captured_at: null })
  })

  it("is captured later, not blindly, when CatalystPay cannot be asked", async () => {
    const { shopper, orderId } = await confirmed()
    await letDaysPass(shopper)
    await shop.line.cut()
    await runJob()
    expect(await debitOf(shopper)).toMatchObject({ settled_at: null })
    await shop.line.mend()
    await eventually(
      async () => {
        await runJob()
        return shopper.order(orderId)
      },
      ({ payment_status }) => payment_status === "captured",
    )
  })

  it("may be captured by the merchant's hand before it settles", async () => {
    const { shopper, orderId } = await confirmed()
    const paymentId = (await shopper.order(orderId)).payment_collections[0]?.payments[0]?.id ?? ""
    await shop.admin.post(`/admin/payments/${paymentId}/capture`)
    expect((await shopper.order(orderId)).payment_status).toBe("captured")
    await letDaysPass(shopper)
    await runJob()
    expect(await debitOf(shopper)).toMatchObject({ settled_at: expect.any(Date) as unknown })
    expect(await shop.database.count("capture")).toBe(1)
  })

  it("is placed when the shopper signs the mandate and does not come back", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(AWAITING)
    await shopper.complete()
    const page = (await shopper.session()).data.verification_url ?? ""
    await fetch(page, { method: "POST", body: new URLSearchParams({ decision: "sign" }), redirect: "manual" })
    // As on another device: the store hears of it by webhook alone.
    const { session_token } = await debitOf(shopper)
    await fetch(`${process.env.CATALYSTPAY_API_URL}/payment-sessions/${String(session_token)}/verify/`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ verification_id: "vnd_1" }),
    })
    // Medusa completes the cart first, and authorises after.
    await eventually(() => shop.database.count("payment"), (payments) => payments === 1)
    expect(await shopper.cartIsOpen()).toBe(false)
    expect(await debitOf(shopper)).toMatchObject({ status: "approved", confirmed_at: expect.any(Date) as unknown })
    expect(await shop.database.count("capture")).toBe(0)
  })
}
