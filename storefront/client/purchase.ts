/** What of a Medusa cart is looked at; hand in the cart as the store API answers it. */
export interface CartToPay {
  id: string
  /** Where it changes, Medusa drops the payment session, and another one is opened. */
  total?: number | null
  payment_collection?: { id: string; payment_sessions?: readonly unknown[] | null } | null
}

/** An order that is placed and not paid, and the payment collection that asks for the money. */
export interface OrderToPay {
  order_id: string
  payment_collection_id: string
}

/** What is to be paid: an open cart, or a placed order whose debit failed or was charged back. */
export type Purchase = CartToPay | OrderToPay

export function isOrderToPay(purchase: Purchase): purchase is OrderToPay {
  return "order_id" in purchase
}

/** What a step needs to know of what its session pays for. */
export type PurchaseId = { cart_id: string } | { order_id: string }

export function idOf(purchase: Purchase): PurchaseId {
  return isOrderToPay(purchase) ? { order_id: purchase.order_id } : { cart_id: purchase.id }
}

/** What makes another payment session necessary when it changes. */
export function keyOf(purchase: Purchase): string {
  return isOrderToPay(purchase) ? purchase.payment_collection_id : `${purchase.id} ${purchase.total ?? ""}`
}
