import type { Answer } from "../../http/support/http-client"

/** For how long a storefront goes on asking: a process that dies keeps the cart's lock for two minutes. */
export const PATIENCE_MS = 150_000

/** Medusa's own word for somebody else's being at it. */
const BUSY = "invalid_state_error"

/**
 * Pure: whether a storefront asks again. Every call of a checkout may be repeated: the store makes another cart, adopts
 * the session, or answers what it answered before.
 * @param answer null when the connection failed
 */
export function isWorthRepeating(path: string, answer: Answer | null): boolean {
  if (!answer || answer.status >= 500 || answer.status === 429) {
    return true
  }
  // This shopper's earlier press of pay is at work, or a process that died with it.
  return answer.status === 409 && (isCompletion(path) || codeOf(answer.body) === BUSY)
}

/** The stable code of an error. */
export function codeOf(body: unknown): string | null {
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "string" ? body.code : null
}

function isCompletion(path: string): boolean {
  return /\/store\/carts\/[^/]+\/complete\b/.test(path)
}
