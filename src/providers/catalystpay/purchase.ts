import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type { Party } from "../../modules/catalystpay/checkout/lead"

/** What a payment collection pays for: a cart, or an order that is already placed. */
export interface Purchase extends Party {
  cart_id: string | null
  order_id: string | null
  customer_id: string | null
  /** The order was cancelled: nothing may be captured onto it silently. */
  canceled: boolean
}

const address = z
  .object({
    first_name: z.string().nullish(),
    last_name: z.string().nullish(),
    address_1: z.string().nullish(),
    city: z.string().nullish(),
    postal_code: z.string().nullish(),
    country_code: z.string().nullish(),
    phone: z.string().nullish(),
  })
  .nullish()

const owner = z
  .object({
    id: z.string(),
    email: z.string().nullish(),
    customer_id: z.string().nullish(),
    billing_address: address,
    shipping_address: address,
    canceled_at: z.union([z.string(), z.date()]).nullish(),
  })
  .nullish()

const links = z.array(z.object({ order: owner, cart: owner }))

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
  const order = links.parse(orders)[0]?.order
  const cart = links.parse(carts)[0]?.cart
  const payer = order ?? cart
  return payer
    ? {
        email: payer.email,
        billing_address: payer.billing_address,
        shipping_address: payer.shipping_address,
        cart_id: cart?.id ?? null,
        order_id: order?.id ?? null,
        customer_id: payer.customer_id ?? null,
        canceled: !!payer.canceled_at,
      }
    : null
}
