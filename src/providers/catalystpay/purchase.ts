import type { RemoteQueryFunction } from "@medusajs/framework/types"
import type { Party } from "../../modules/catalystpay/lead"

/** What a payment collection pays for: a cart, or an order that is already placed. */
export interface Purchase extends Party {
  cart_id: string | null
  order_id: string | null
  customer_id: string | null
  /** The order was cancelled: nothing may be captured onto it silently. */
  canceled: boolean
}

const PARTY_FIELDS = ["id", "email", "customer_id", "billing_address.*", "shipping_address.*"]

/** Finds the order, else the cart, behind a payment collection. Null when it belongs to neither. */
export async function findPurchase(query: RemoteQueryFunction, paymentCollectionId: string): Promise<Purchase | null> {
  const filters = { payment_collection_id: paymentCollectionId }
  const { data: orders } = await query.graph({
    entity: "order_payment_collection",
    fields: [...PARTY_FIELDS, "canceled_at"].map((field) => `order.${field}`),
    filters,
  })
  const { data: carts } = await query.graph({
    entity: "cart_payment_collection",
    fields: PARTY_FIELDS.map((field) => `cart.${field}`),
    filters,
  })
  const order: OwnerGraph | undefined = orders[0]?.order
  const cart: OwnerGraph | undefined = carts[0]?.cart
  const owner = order ?? cart
  return owner
    ? {
        email: owner.email,
        billing_address: owner.billing_address,
        shipping_address: owner.shipping_address,
        cart_id: cart?.id ?? null,
        order_id: order?.id ?? null,
        customer_id: owner.customer_id ?? null,
        canceled: !!owner.canceled_at,
      }
    : null
}

interface OwnerGraph extends Party {
  id: string
  customer_id?: string | null
  canceled_at?: string | Date | null
}
