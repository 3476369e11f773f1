import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import { placedAnswer } from "../support/answers"

/** Promotions that leave nothing to pay. */
export function zeroTotals(shop: Shop): void {
  const CODES = ["FREEGOODS", "FREESHIPPING"]

  beforeEach(async () => {
    for (const [index, target_type] of ["items", "shipping_methods"].entries()) {
      await shop.admin.post("/admin/promotions", {
        code: CODES[index],
        type: "standard",
        status: "active",
        application_method: { type: "percentage", target_type, allocation: "each", max_quantity: 10, value: 100, currency_code: "eur" },
      })
    }
  })

  it("completes without a payment session, and nothing asks the gateway", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    expect((await shopper.call("POST", `/store/carts/${shopper.cartId}/promotions`, { promo_codes: CODES })).status).toBe(200)
    const { order } = placedAnswer.parse((await shopper.complete()).body)
    expect(await shopper.order(order.id)).toMatchObject({ total: 0 })
    expect(placedAnswer.parse((await shopper.complete()).body).order.id).toBe(order.id)
    expect(shop.gatewayCalls()).toEqual([])
    expect(await shop.database.count("catalystpay_debit")).toBe(0)
  })

  it("ends the session that was opened before, and refuses to open another one for nothing", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    expect((await shopper.call("POST", `/store/carts/${shopper.cartId}/promotions`, { promo_codes: CODES })).status).toBe(200)
    const ended = await eventually(
      () => shop.database.rows("select status, sealed_iban from catalystpay_debit"),
      ([debit]) => debit?.status === "cancelled",
    )
    expect(ended).toEqual([{ status: "cancelled", sealed_iban: null }])
    await shopper.openCollection()
    expect(await shopper.openSession()).toMatchObject({ status: 400 })
    const { order } = placedAnswer.parse((await shopper.complete()).body)
    expect(await shopper.order(order.id)).toMatchObject({ total: 0 })
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "cancel"])
    expect(await shop.database.rows("select code from catalystpay_problem")).toEqual([])
  })
}
