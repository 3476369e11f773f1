import type { Answer } from "../../http/support/http-client"

/** A process that dies keeps the cart's lock for two minutes; completing waits a little longer. */
const COMPLETION_MS = 150_000
const OTHERS_MS = 60_000

/** For how long a storefront goes on asking when a call fails. */
export function patienceFor(path: string): number {
  return isCompletion(path) ? COMPLETION_MS : OTHERS_MS
}

/**
 * Pure: whether a storefront asks again. Every call of a checkout may be repeated: the store makes another cart, adopts
 * the session, or answers what it answered before.
 * @param answer null when the connection failed
 */
export function isWorthRepeating(path: string, answer: Answer | null): boolean {
  if (!answer || answer.status >= 500 || answer.status === 429) {
    return true
  }
  // Somebody is at it: this shopper's earlier press of pay, or a process that died with it.
  return answer.status === 409 && (isCompletion(path) || codeOf(answer.body) === null)
}

/** The stable code of one of the plugin's errors; null for Medusa's own. */
export function codeOf(body: unknown): string | null {
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "string" ? body.code : null
}

function isCompletion(path: string): boolean {
  return /\/store\/carts\/[^/]+\/complete\b/.test(path)
}
