import { createSepaCheckout, type Purchase } from "../../storefront"
import { viewOf } from "../../storefront/checkout/state"
import { FakeStore } from "./fake-store"
import { ACCOUNT, CART, clientOf, COMPLETE, IBAN, MANDATE, mandate, opened, placed, session, SESSIONS, step } from "./samples"

export const INPUT = { iban: IBAN, iban_holder_name: "Max Mustermann", text_version: "2026-11" }

export function openStore(): FakeStore {
  return new FakeStore().on(SESSIONS, opened("opened")).on(MANDATE, mandate).on(ACCOUNT, step("ready")).on(COMPLETE, placed("approved"))
}

export function checkoutAt(store: FakeStore, purchase: Purchase = CART) {
  const checkout = createSepaCheckout({ client: clientOf(store).client, purchase, locale: "en" })
  const views: string[] = []
  const steps: (string | null)[] = []
  checkout.subscribe(() => {
    const view = viewOf(checkout.getState())
    const { step: now } = checkout.getState()
    if (views.at(-1) !== view) views.push(view)
    if (steps.at(-1) !== now) steps.push(now)
  })
  return { checkout, views, steps }
}

export const at = (status: Parameters<typeof session>[0], data?: Record<string, unknown>) => ({
  ...CART,
  payment_collection: { id: "paycol_1", payment_sessions: [session(status, data)] },
})
