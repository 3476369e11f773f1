import type { GatewayError, GatewayErrorKind } from "./errors"
import type { GatewayOperation } from "./operations"

export const MAX_TRIES = 3
/** A shopper waits: what can't be connected to is tried again within this time, so a connection that timed out is not. */
const CONNECTION_BUDGET_MS = 1_000
/** The longest that the first pause can be; each one after it is twice as long. */
const FIRST_PAUSE_MS = 250
const THROTTLE_JITTER_MS = 250

/**
 * The failures after which a call is made again, and why that does no harm:
 *
 * - what was not sent was not received, whatever it was
 * - what reads may be asked twice
 * - 429 was certainly not acted upon; but when a debit may be tried again is for the ledger to say, which may queue it
 *   (and a throttled pay that comes a minute later would surprise a shopper who has given up)
 * - a create, pay or verify that may have been received is never repeated: it could open a second session, or debit twice
 * - a cancel that may have been received is: cancelling twice leaves the session as cancelled as cancelling once, and an
 *   open session that is believed cancelled blocks its shopper from opening another one
 */
const REPEATED_AFTER: Readonly<Record<GatewayOperation, readonly GatewayErrorKind[]>> = {
  create_session: ["not_sent", "throttled"],
  get_session: ["not_sent", "throttled", "unavailable"],
  validate_iban: ["not_sent", "throttled", "unavailable"],
  pay: ["not_sent"],
  verify: ["not_sent"],
  cancel: ["not_sent", "throttled", "outcome_unknown"],
  list_transactions: ["not_sent", "throttled", "unavailable"],
  list_chargebacks: ["not_sent", "throttled", "unavailable"],
  list_subscriptions: ["not_sent", "throttled", "unavailable"],
}

export type TriedSoFar = {
  /** How often, the failed one included. */
  tries: number
  /** Milliseconds since the first one was sent. */
  trying_ms: number
  /** Milliseconds until the call's deadline. */
  remaining_ms: number
}

/**
 * Whether to make a call again after a failure, and after how many milliseconds; null when not.
 * @param random - from 0 to 1: spreads the repeats of those who failed together.
 */
export function pauseBeforeRepeat(failure: GatewayError, so_far: TriedSoFar, random: number): number | null {
  if (so_far.tries >= MAX_TRIES || !mayRepeat(failure, so_far)) {
    return null
  }
  const longest_ms = FIRST_PAUSE_MS * 2 ** (so_far.tries - 1)
  const pause_ms =
    failure.kind === "throttled"
      ? (failure.retry_after_seconds ?? 1) * 1_000 + random * THROTTLE_JITTER_MS
      : longest_ms / 2 + (random * longest_ms) / 2
  return pause_ms < so_far.remaining_ms ? Math.round(pause_ms) : null
}

function mayRepeat(failure: GatewayError, { trying_ms }: TriedSoFar): boolean {
  if (failure.reason !== null && failure.reason !== "connection") {
    return false
  }
  const quick = failure.kind !== "not_sent" || trying_ms < CONNECTION_BUDGET_MS
  return quick && REPEATED_AFTER[failure.operation].includes(failure.kind)
}

/** After a try that may have been acted upon, these say how the session stands; anything else leaves it unknown. */
const CONCLUSIVE: readonly GatewayErrorKind[] = ["outcome_unknown", "conflict", "gone", "not_found"]

/**
 * Of a call's failures the one that its caller has to know. A later try that never left takes nothing back from an
 * earlier one that did, and neither does one that was refused for a reason of its own.
 */
export function failureToReport(earlier: GatewayError | null, later: GatewayError): GatewayError {
  if (earlier === null) {
    return later
  }
  const still_unknown = earlier.accepted === "unknown" && !CONCLUSIVE.includes(later.kind)
  return later.kind === "not_sent" || still_unknown ? earlier : later
}
