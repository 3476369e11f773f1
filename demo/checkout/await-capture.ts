import { setTimeout as sleep } from "node:timers/promises"
import type { Say } from "./cart"
import type { PlacedOrder } from "./pay"
import { orderAnswer } from "./shapes"
import type { StoreClient } from "./store-client"

const CAPTURED_WITHIN_MS = 60_000
const POLL_MS = 100

/**
 * Watches an order's payment status until the webhook has captured it, and tells every change.
 *
 * @throws Error when that does not happen in time
 */
export async function awaitCapture(store: StoreClient, placed: PlacedOrder, say: Say): Promise<void> {
  const deadline = Date.now() + CAPTURED_WITHIN_MS
  let status = placed.payment_status
  say(`payment ${status}`)
  while (status !== "captured") {
    if (Date.now() > deadline) {
      throw new Error(`No webhook captured the payment within ${CAPTURED_WITHIN_MS / 1000} s; it is ${status}.`)
    }
    await sleep(POLL_MS)
    const { order } = await store.get(`/store/orders/${placed.id}?fields=id,payment_status`, orderAnswer)
    if (order.payment_status !== status) {
      status = order.payment_status
      say(status === "captured" ? "payment captured: the webhook came" : `payment ${status}`)
    }
  }
}
