import Medusa from "@medusajs/js-sdk"
import { createSepaClient, type SepaClient } from "medusa-payment-catalystpay/storefront"
import type { SampleShopper, ShopConfig } from "./config"

const PRODUCT_FIELDS = "id,title,handle,description,*variants,*variants.calculated_price"

const CART_FIELDS =
  "id,email,customer_id,total,item_subtotal,shipping_subtotal,tax_total,currency_code,completed_at,*items," +
  "*shipping_methods,*shipping_address,*payment_collection,*payment_collection.payment_sessions"

const ORDER_FIELDS =
  "id,display_id,email,status,total,item_subtotal,shipping_subtotal,tax_total,currency_code,payment_status,created_at," +
  "*items,*shipping_methods,*shipping_address,*payment_collections,*payment_collections.payment_sessions"

const LOG_IN_KEY = "shop.login"

/** Medusa's store API as this shop uses it, by Medusa's own SDK, and the client of the payment beside it. */
export function createStore(config: ShopConfig) {
  const sdk = new Medusa({
    baseUrl: config.medusa_url,
    publishableKey: config.publishable_key,
    auth: { type: "jwt", jwtTokenStorageMethod: "local", jwtTokenStorageKey: LOG_IN_KEY },
  })
  const { region_id } = config
  const withFields = { fields: CART_FIELDS }

  async function cartOf(answer: ReturnType<typeof sdk.store.cart.retrieve>) {
    return (await answer).cart
  }

  const findCart = (id: string) => cartOf(sdk.store.cart.retrieve(id, withFields))

  return {
    /** What tells of a payment whatever way it takes: completing a cart, looking at an order. */
    sepa: createSepaClient(sdk),

    /** One for each way to pay, which stays the same: the form begins anew with another one. */
    sepaBy: new Map(
      config.payment_ways.map(({ provider_id }) => [provider_id, createSepaClient(sdk, { providerId: provider_id })]),
    ),

    listProducts: async () => {
      const { products } = await sdk.store.product.list({ region_id, fields: PRODUCT_FIELDS })
      return products
    },

    findCart,

    /** Delivery is offered for a country, so a cart has one from the beginning. */
    async makeCart() {
      const { country_code } = config.shopper
      return cartOf(sdk.store.cart.create({ region_id, shipping_address: { country_code } }, withFields))
    },

    addItem: (cartId: string, variant_id: string, quantity: number) =>
      cartOf(sdk.store.cart.createLineItem(cartId, { variant_id, quantity }, withFields)),

    async setQuantity(cartId: string, itemId: string, quantity: number) {
      if (quantity > 0) {
        return cartOf(sdk.store.cart.updateLineItem(cartId, itemId, { quantity }, withFields))
      }
      await sdk.store.cart.deleteLineItem(cartId, itemId)
      return findCart(cartId)
    },

    async deliver(cartId: string, { email, option_id, ...address }: Delivery) {
      await sdk.store.cart.update(cartId, { email, shipping_address: address, billing_address: address })
      return cartOf(sdk.store.cart.addShippingMethod(cartId, { option_id }, withFields))
    },

    async listDeliveries(cart_id: string) {
      const { shipping_options } = await sdk.store.fulfillment.listCartOptions({ cart_id })
      return shipping_options
    },

    async findOrder(id: string) {
      const { order } = await sdk.store.order.retrieve(id, { fields: ORDER_FIELDS })
      return order
    },

    listOrders: async () => {
      const { orders } = await sdk.store.order.list({ fields: ORDER_FIELDS, order: "-created_at", limit: 20 })
      return orders
    },

    /** @throws FetchError 401 when e-mail and password do not belong together */
    async logIn(email: string, password: string) {
      await sdk.auth.login("customer", "emailpass", { email, password })
    },

    logOut: () => sdk.auth.logout(),

    /** @returns null for a guest, and for somebody whose log-in has expired */
    async findCustomer() {
      const token = await sdk.client.getToken()
      return token ? sdk.store.customer.retrieve().then(({ customer }) => customer, nobody) : null
    },

    /** From now on the cart is the customer's who is logged in. */
    adoptCart: (cartId: string) => cartOf(sdk.store.cart.transferCart(cartId, withFields)),
  }
}

export interface Delivery extends SampleShopper {
  option_id: string
}

export type Store = ReturnType<typeof createStore>
export type Cart = Awaited<ReturnType<Store["findCart"]>>
export type Order = Awaited<ReturnType<Store["findOrder"]>>
export type Product = Awaited<ReturnType<Store["listProducts"]>>[number]
export type DeliveryOption = Awaited<ReturnType<Store["listDeliveries"]>>[number]
export type Customer = NonNullable<Awaited<ReturnType<Store["findCustomer"]>>>
export type { SepaClient }

function nobody(error: unknown): null {
  if (troubleOf(error).status === 401) {
    return null
  }
  throw error
}

/** What an error of the SDK says, and its HTTP status where it has one; Medusa's own words are made for shoppers. */
export function troubleOf(error: unknown): { status: number | null; message: string } {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : null
  return { status: typeof status === "number" ? status : null, message: error instanceof Error ? error.message : "" }
}
