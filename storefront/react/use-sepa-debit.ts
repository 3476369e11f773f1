import { useEffect, useMemo, useRef, useSyncExternalStore } from "react"
import { createSepaCheckout, type CheckoutState, type SepaCheckout } from "../checkout/checkout"
import { viewOf, type View } from "../checkout/state"
import type { SepaClient } from "../client/client"
import type { SepaOutcome } from "../client/outcome"
import { keyOf, type Purchase } from "../client/purchase"

export interface SepaDebitSettings {
  /** From `createSepaClient`; keep one for the whole shop. */
  client: SepaClient
  /** The cart as the store API answers it, or a placed order that is not paid. */
  purchase: Purchase
  /** The language of the mandate. */
  locale: string
  /**
   * On the page that the bank sends shoppers back to: the `verification_id` of its address (`readVerificationId`), or
   * null when there is none. On the page that CatalystPay's payment page sends them back to: null. Leave it out everywhere
   * else.
   */
  verificationId?: string | null
  /**
   * `hosted` where the account's option `collect` is: CatalystPay's page takes the bank account. The session says so by
   * itself; this keeps the form's fields from being shown until then.
   */
  collect?: "iban" | "hosted"
  /** Hears of every outcome once. */
  onOutcome?: (outcome: SepaOutcome) => void
}

export interface SepaDebit extends CheckoutState, Pick<SepaCheckout, "pay" | "check" | "signed" | "giveUp" | "validateIban"> {
  /** What to show. */
  view: View
  /** Prepares the payment once more, where that had failed. */
  restart: () => Promise<void>
}

/** The payment of a cart or order, for a form of your own; `SepaDebitForm` is made of it. */
export function useSepaDebit(settings: SepaDebitSettings): SepaDebit {
  const { client, purchase, locale, verificationId, onOutcome } = settings
  const hosted = settings.collect === "hosted"
  const key = keyOf(purchase)
  // By its key and not by itself: storefronts hand in another object with every rendering.
  const checkout = useMemo(() => createSepaCheckout({ client, purchase, locale, hosted }), [client, key, locale, hosted])
  const state = useSyncExternalStore(checkout.subscribe, checkout.getState, checkout.getState)
  const hears = useRef(onOutcome)
  useEffect(() => {
    hears.current = onOutcome
  })
  useEffect(() => {
    void checkout.start(verificationId)
    return () => checkout.stop()
  }, [checkout])
  const { outcome } = state
  useEffect(() => {
    if (outcome) {
      hears.current?.(outcome)
    }
  }, [outcome])
  const { pay, check, signed, giveUp, validateIban } = checkout
  return { ...state, view: viewOf(state), pay, check, signed, giveUp, validateIban, restart: () => checkout.start() }
}
