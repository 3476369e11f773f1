import { ask, type Answer } from "./ask"
import { isLive, outcomeOfSession } from "./of-session"
import type { SepaOutcome } from "./outcome"
import { isOrderToPay, type Purchase } from "./purchase"
import type { StorefrontSdk } from "./sdk"
import { isRecord, sessionsOf, textOf, type SepaSession } from "./session"
import { troubleOf, unreadable } from "./trouble"

export interface StartTerms {
  providerId: string
  /** Opens a session although the cart shows one that could be paid with. */
  fresh: boolean
}

/** Opens a payment session, or takes the one that the cart has. Nothing is debited by it. */
export async function startSession(sdk: StorefrontSdk, purchase: Purchase, terms: StartTerms): Promise<SepaOutcome> {
  const known = isOrderToPay(purchase) ? undefined : sessionOf(purchase.payment_collection, terms.providerId)
  if (known && !terms.fresh) {
    return outcomeOfOpen(known)
  }
  const collection = isOrderToPay(purchase)
    ? { id: purchase.payment_collection_id }
    : (purchase.payment_collection ?? (await openCollection(sdk, purchase.id)))
  if ("type" in collection) {
    return collection.type === "answer" ? unreadable() : troubleOf(collection)
  }
  const answer = await ask(sdk, `/store/payment-collections/${collection.id}/payment-sessions`, {
    method: "POST",
    body: { provider_id: terms.providerId },
  })
  if (answer.type !== "answer") {
    const trouble = troubleOf(answer)
    const stands = trouble.type === "in_progress" && !isOrderToPay(purchase)
    return (stands ? await lookAtCart(sdk, purchase.id, terms.providerId) : null) ?? trouble
  }
  const opened = isRecord(answer.body) ? sessionOf(answer.body.payment_collection, terms.providerId) : undefined
  return opened ? outcomeOfOpen(opened) : unreadable()
}

/** What a session under way means to somebody who has not pressed pay on this page. */
function outcomeOfOpen(session: SepaSession): SepaOutcome {
  const outcome = outcomeOfSession(session)
  return outcome.type === "unknown" ? { type: "in_progress", code: "payment_in_progress" } : outcome
}

async function openCollection(sdk: StorefrontSdk, cartId: string): Promise<{ id: string } | Answer> {
  const answer = await ask(sdk, "/store/payment-collections", { method: "POST", body: { cart_id: cartId } })
  const collection = answer.type === "answer" && isRecord(answer.body) ? answer.body.payment_collection : null
  const id = isRecord(collection) ? textOf(collection.id) : null
  return id === null ? answer : { id }
}

/** The cart that was handed in may be older than the payment that is under way on it. */
async function lookAtCart(sdk: StorefrontSdk, cartId: string, providerId: string): Promise<SepaOutcome | null> {
  const query = { fields: "id,*payment_collection,*payment_collection.payment_sessions" }
  const answer = await ask(sdk, `/store/carts/${cartId}`, { method: "GET", query })
  const cart = answer.type === "answer" && isRecord(answer.body) ? answer.body.cart : null
  const session = isRecord(cart) ? sessionOf(cart.payment_collection, providerId) : undefined
  return session ? outcomeOfOpen(session) : null
}

function sessionOf(collection: unknown, providerId: string): SepaSession | undefined {
  return sessionsOf(collection).find((session) => session.provider_id === providerId && isLive(session))
}
