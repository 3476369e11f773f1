import { setTimeout as sleep } from "node:timers/promises"
import type { Say } from "./cart"
import { orderAnswer } from "./shapes"
import type { StoreClient } from "./store-client"

const CAPTURED_WITHIN_MS = 60_000
const POLL_MS = 100

/**
 * Watches an order's payment status until the webhook has captured it, and tells every change.
 *
 * @throws Error when that does not happen in time
 */
export async function awaitCapture(store: StoreClient, orderId: string, say: Say): Promise<void> {
  const deadline = Date.now() + CAPTURED_WITHIN_MS
  let seen = ""
  while (Date.now() < deadline) {
    const { order } = await store.get(`/store/orders/${orderId}?fields=id,payment_status`, orderAnswer)
    if (order.payment_status !== seen) {
      seen = order.payment_status
      say(seen === "captured" ? "payment captured: the webhook came" : `payment ${seen}`)
    }
    if (seen === "captured") {
      return
    }
    await sleep(POLL_MS)
  }
  throw new Error(`No webhook captured the payment within ${CAPTURED_WITHIN_MS / 1000} s; it is ${seen || "unknown"}.`)
}
