import type { Shop } from "./shop-suite"
import type { Shopper } from "./shopper"
import { Stranding } from "./stranding"

export interface UnpaidOrder {
  shopper: Shopper
  orderId: string
}

/** An order whose debit will not come: nobody had given a bank account when its process died. */
export async function unpaidOrder(shop: Shop, { register = false } = {}): Promise<UnpaidOrder> {
  const shopper = shop.newShopper()
  if (register) {
    await shopper.register()
  }
  await shopper.goToPayment()
  const orderId = await new Stranding(shop).beforeProviderIsAsked(shopper)
  await shopper.complete()
  expect((await shopper.order(orderId)).payment_status).toBe("not_paid")
  return { shopper, orderId }
}

/** Opens another payment session for the order, up to the point where only pay is to be pressed. */
export async function openAgain(shopper: Shopper, iban: string): Promise<void> {
  expect((await shopper.openSession()).status).toBe(200)
  expect((await shopper.giveBankAccount(iban)).status).toBe(200)
}
