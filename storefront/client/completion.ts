import type { Answer } from "./ask"
import { isLive, outcomeOfOrder, outcomeOfSession } from "./of-session"
import type { SepaOutcome } from "./outcome"
import { isRecord, readSession, sessionsOf, textOf } from "./session"
import { saysNothing, troubleOf } from "./trouble"

const UNKNOWN: SepaOutcome = { type: "unknown" }

/** Pure: what `POST /store/carts/:id/complete` answered. What tells nothing is `unknown`, never a failure. */
export function outcomeOfCompletion(answer: Answer): SepaOutcome {
  if (answer.type !== "answer") {
    return saysNothing(answer) ? UNKNOWN : troubleOf(answer)
  }
  const { body } = answer
  if (!isRecord(body)) {
    return UNKNOWN
  }
  return body.type === "order" ? (outcomeOfOrder(body.order) ?? UNKNOWN) : outcomeOfCart(body)
}

function outcomeOfCart(body: Record<string, unknown>): SepaOutcome {
  const { cart, error } = body
  const sessions = sessionsOf(isRecord(cart) ? cart.payment_collection : null)
  const session = sessions.find(isLive) ?? sessions.at(-1)
  if (session?.data.status === "ready") {
    // It was on its way to the bank and certainly did not arrive.
    return { type: "unavailable", retry_after: null }
  }
  if (session) {
    return outcomeOfSession(session)
  }
  const message = isRecord(error) ? textOf(error.message) : null
  return message === null ? UNKNOWN : { type: "refused", code: null, status: 200, field: null, message }
}

/** Pure: what `POST …/authorization` answered for a placed order. */
export function outcomeOfAuthorization(answer: Answer): SepaOutcome {
  if (answer.type !== "answer") {
    return saysNothing(answer) ? UNKNOWN : troubleOf(answer)
  }
  const { body } = answer
  const session = isRecord(body) ? readSession(body.payment_session) : null
  const id = isRecord(body) ? textOf(body.order_id) : null
  return session && id !== null ? outcomeOfSession(session, { id, display_id: null }) : UNKNOWN
}
