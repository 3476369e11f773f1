/**
 * What survives the way to the mandate page and back: ids, and nothing else. An IBAN is never stored, nor put into an
 * address or the console.
 */
const KEYS = { cart: "demo-cart-id", order: "demo-order-id" }

export const memory = {
  get cartId() {
    return sessionStorage.getItem(KEYS.cart)
  },
  set cartId(id) {
    keep(KEYS.cart, id)
  },
  get orderId() {
    return sessionStorage.getItem(KEYS.order)
  },
  set orderId(id) {
    keep(KEYS.order, id)
  },
}

function keep(key, id) {
  if (id === null) {
    sessionStorage.removeItem(key)
  } else {
    sessionStorage.setItem(key, id)
  }
}
