import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

const LONGEST_WAIT_SECONDS = 30

/**
 * Runs `work` under the lock that completing a cart holds until its order is there, or was undone: neither a completion
 * nor another look at the same order comes in between.
 * @param key the cart's id; the order's, where it came from no cart
 */
export async function underCartLock<Result>(container: MedusaContainer, key: string, work: () => Promise<Result>): Promise<Result> {
  return container.resolve(Modules.LOCKING).execute([key], work, { timeout: LONGEST_WAIT_SECONDS })
}

/** Waits until a completion of the cart that is running now has ended. */
export async function untilCartRests(container: MedusaContainer, cartId: string | null): Promise<void> {
  if (cartId) {
    await underCartLock(container, cartId, async () => undefined)
  }
}
