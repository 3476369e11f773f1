/**
 * What a reload has to find again, for every tab of this browser: ids and the language. Nothing that a shopper types in
 * the payment ever gets here.
 */
function entry(key: string) {
  return {
    get: () => localStorage.getItem(key),
    set: (value: string | null) => (value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value)),
  }
}

export const memory = {
  cartId: entry("shop.cart"),
  /** Of the last order that was placed here. */
  orderId: entry("shop.order"),
  language: entry("shop.language"),
  /** The path of the page whose payment sent the shopper to the bank, where it is a placed order's. */
  payingAt: entry("shop.paying-at"),
}
