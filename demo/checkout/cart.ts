import type { DemoInfo } from "../demo-file"
import { SAMPLE_SHOPPER } from "../sample-shopper"
import { cartAnswer, collectionAnswer, type PaymentSession } from "./shapes"
import type { StoreClient } from "./store-client"

export type Say = (line: string) => void

export type OpenCheckout = { cart_id: string; payment_collection_id: string }

/** What is bought, and where to. */
export interface CartContents extends Pick<DemoInfo, "region_id" | "variant_id" | "shipping_option_id"> {
  /** One, unless given. */
  quantity?: number
}

/** Fills a cart up to the point where it has to be paid. */
export async function fillCart(store: StoreClient, contents: CartContents, email: string, say: Say): Promise<OpenCheckout> {
  const { region_id, variant_id, shipping_option_id, quantity = 1 } = contents
  const { email: _sample, ...address } = SAMPLE_SHOPPER
  const { cart: created } = await store.post(
    "/store/carts",
    { region_id, email, shipping_address: address, billing_address: address },
    cartAnswer,
  )
  say(`cart ${created.id}`)
  await store.post(
    `/store/carts/${created.id}/line-items`,
    { variant_id, quantity },
    cartAnswer,
  )
  const { cart } = await store.post(
    `/store/carts/${created.id}/shipping-methods`,
    { option_id: shipping_option_id },
    cartAnswer,
  )
  say(`one item and its delivery: ${cart.total.toFixed(2)} ${cart.currency_code.toUpperCase()}`)
  const { payment_collection } = await store.post("/store/payment-collections", { cart_id: cart.id }, collectionAnswer)
  return { cart_id: cart.id, payment_collection_id: payment_collection.id }
}

/** Opens a payment session of one of our providers. */
export async function openSession(store: StoreClient, checkout: OpenCheckout, provider_id: string): Promise<PaymentSession> {
  const { payment_collection } = await store.post(
    `/store/payment-collections/${checkout.payment_collection_id}/payment-sessions`,
    { provider_id },
    collectionAnswer,
  )
  return liveSession(payment_collection.payment_sessions ?? [])
}

/** @throws Error when no session of ours is among them */
export function liveSession(sessions: PaymentSession[]): PaymentSession {
  const session = sessions.find(({ provider_id }) => provider_id.startsWith("pp_catalystpay"))
  if (!session) {
    throw new Error("The store opened no payment session of pp_catalystpay.")
  }
  return session
}
