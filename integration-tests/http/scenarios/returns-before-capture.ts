import { approvedOrder, type Paid } from "../support/collected"
import { OWN_HOOK, CORE_HOOK } from "../support/webhook-sender"
import { eventually } from "../support/eventually"
import { WEBHOOK_SECRET } from "../support/environment"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import { openAgain } from "../support/unpaid-order"

/** A debit that was approved and comes back before anything was captured. */
export function returnsBeforeCapture(shop: Shop): void {
  const problems = () => shop.database.rows("select code, order_id, closed_at from catalystpay_problem order by created_at")
  const tellBy = (path: string) => shop.sandbox.setWebhooks({ url: shop.http.baseUrl() + path, secret: WEBHOOK_SECRET })

  async function expectUnpaid({ shopper, orderId }: Paid): Promise<void> {
    const order = await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "not_paid")
    expect(order.payment_collections[0]).toMatchObject({
      status: "failed",
      payments: [{ canceled_at: expect.any(String) as unknown }],
      payment_sessions: [{ status: "error", data: { status: "failed", error: { code: "insufficient_funds" } } }],
    })
    expect(await eventually(problems, (found) => found.length > 0)).toMatchObject([
      { code: "order_without_debit", order_id: orderId, closed_at: null },
    ])
  }

  it.each([
    ["our own hook", OWN_HOOK],
    ["Medusa's own hook", CORE_HOOK],
  ])("leaves its order unpaid, told by %s, until the customer pays it again", async (_hook, path) => {
    const { paid } = await approvedOrder(shop)
    expect(await paid.paymentStatus()).toBe("authorized")
    tellBy(path)
    shop.sandbox.bounce(paid.transaction, "AM04")
    await paid.until(({ status }) => status === "failed")
    await expectUnpaid(paid)
    const { shopper, orderId } = paid
    await openAgain(shopper, APPROVED)
    tellBy(OWN_HOOK)
    expect(await shopper.authorize()).toMatchObject({
      status: 200,
      body: { order_id: orderId, payment_session: { data: { status: "approved" } } },
    })
    await eventually(() => shop.database.count("capture"), (count) => count === 1)
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
    await eventually(problems, ([problem]) => !!problem?.closed_at)
    expect(await problems()).toHaveLength(1)
  })
}
