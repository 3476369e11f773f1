import { PROVIDER_ID } from "./environment"
import type { Shop } from "./shop-suite"
import type { Shopper } from "./shopper"
import { placedAnswer } from "./answers"

/**
 * What a process leaves that is killed while it completes a cart. Medusa places the order, commits it, and asks the
 * provider only then; the payment, its session's status and the collection's are written after the answer. A kill in
 * between undoes nothing, so the order stands beside a session that is `pending` and has no payment, whatever came of the
 * debit by then.
 */
export class Stranding {
  constructor(
    private readonly shop: Shop,
    private readonly provider = PROVIDER_ID,
  ) {}

  /** Killed before the provider was asked: the order stands, and nothing was submitted. */
  async beforeProviderIsAsked(shopper: Shopper): Promise<string> {
    // Medusa's manual provider authorises whatever it is asked for; its payment is then forgotten.
    await this.setProvider(shopper, "pp_system_default")
    const order = placedAnswer.parse((await shopper.complete()).body).order.id
    await this.setProvider(shopper, this.provider)
    await this.forgetPayment(shopper)
    return order
  }

  /** Killed before Medusa had linked the order to its cart and its payment: to the next press of pay, it is not there. */
  async beforeOrderIsLinked(shopper: Shopper): Promise<string> {
    const { database } = this.shop
    const order = await this.beforeProviderIsAsked(shopper)
    await database.rows("delete from order_cart where order_id = ? returning order_id", [order])
    await database.rows("delete from order_payment_collection where order_id = ? returning order_id", [order])
    await database.rows("update cart set completed_at = null where id = ? returning id", [shopper.cartId])
    return order
  }

  /** Killed after the provider had answered, before Medusa wrote it down. */
  async afterProviderAnswered(shopper: Shopper): Promise<string> {
    const { id } = await shopper.placeOrder()
    await this.forgetPayment(shopper)
    return id
  }

  /** Killed while it booked the capture: before the payment was dated, or before the order's balance counted it. */
  async whileCaptureIsBooked(shopper: Shopper, orderId: string, before: "payment" | "balance"): Promise<void> {
    const { database } = this.shop
    await database.rows("delete from order_transaction where order_id = ? returning id", [orderId])
    if (before === "payment") {
      await database.rows("update payment set captured_at = null where payment_session_id = ? returning id", [shopper.sessionId])
    }
    await database.rows(
      "update capture set created_at = now() - interval '10 minutes' " +
        "where payment_id in (select id from payment where payment_session_id = ?) returning id",
      [shopper.sessionId],
    )
  }

  /** As if that much time had passed since anybody touched the debit: jobs leave what is under way alone. */
  async age(shopper: Shopper): Promise<void> {
    await this.shop.database.rows(
      "update catalystpay_debit set updated_at = now() - interval '10 minutes', " +
        "approved_at = approved_at - interval '10 minutes' where payment_session_id = ? returning id",
      [shopper.sessionId],
    )
  }

  private async setProvider(shopper: Shopper, provider: string): Promise<void> {
    const sql = "update payment_session set provider_id = ? where id = ? returning id"
    expect(await this.shop.database.rows(sql, [provider, shopper.sessionId])).toHaveLength(1)
  }

  private async forgetPayment(shopper: Shopper): Promise<void> {
    const { database } = this.shop
    await database.rows("delete from payment where payment_session_id = ? returning id", [shopper.sessionId])
    await database.rows(
      "update payment_session set status = 'pending', authorized_at = null where id = ? returning id",
      [shopper.sessionId],
    )
    await database.rows(
      "update payment_collection set status = 'not_paid', authorized_amount = null, raw_authorized_amount = null where id = ? returning id",
      [shopper.collectionId],
    )
  }
}
