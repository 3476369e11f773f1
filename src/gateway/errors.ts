import { OPERATIONS, type GatewayOperation } from "./operations"

export type { GatewayOperation }

/**
 * Kinds of failure, by what the caller may do next:
 *
 * - `not_sent`: connection refused, DNS, TLS, no connection in time, or never tried (see `reason`); certainly not
 *   received, may be sent again
 * - `outcome_unknown`: a call that changes something was sent and no usable answer came: reset, time-out, 5xx,
 *   unreadable body. It may have been acted upon; find out before anything is repeated
 * - `unavailable`: the same for a call that changes nothing, so asking again does no harm
 * - `invalid_request`: 400, or refused by our own check before sending (then `http_status` is null)
 * - `unauthorized` 401 and 403 · `not_found` 404 · `conflict` 409 · `gone` 410 · `throttled` 429
 * - `unexpected_response`: a redirect, another 4xx, or a page of rows whose `next` leads elsewhere or in a circle
 */
export type GatewayErrorKind =
  | "not_sent"
  | "outcome_unknown"
  | "unavailable"
  | "invalid_request"
  | "unauthorized"
  | "not_found"
  | "conflict"
  | "gone"
  | "throttled"
  | "unexpected_response"

/**
 * Why no answer came; null when one did, or when our own check refused the input.
 *
 * - `connection`: it could not be made, was lost, or stayed silent for longer than its time limit
 * - `no_turn`: the call's turn at the gateway's limit did not come in the time given for it
 * - `turn_declined`: the turn came, and the caller's `on_turn` said no
 * - `circuit_open`: so many calls failed in a row that none is made for some seconds
 * - `deadline`, `aborted`: given up from this side, by the clock or by the caller's signal
 *
 * With `kind` it says whether something was sent: `not_sent` or one of the other two. No turn, a declined turn and an
 * open circuit are always `not_sent`.
 */
export type GatewayErrorReason = "connection" | "no_turn" | "turn_declined" | "circuit_open" | "deadline" | "aborted"

export type GatewayErrorInit = {
  kind: GatewayErrorKind
  operation: GatewayOperation
  /** One sentence for a developer: what was asked, what came, the usual mistake behind it. */
  message: string
  http_status?: number | null
  detail?: string | null
  fields?: Record<string, string> | null
  retry_after_seconds?: number | null
  reason?: GatewayErrorReason | null
}

/**
 * Every failure of a call to CatalystPay. Its texts are safe to log: IBANs are masked, session tokens and the API key
 * removed, and there is no `cause`, because the HTTP library's errors may carry pieces of the exchange.
 */
export class GatewayError extends Error {
  override readonly name = "GatewayError"
  readonly kind: GatewayErrorKind
  readonly operation: GatewayOperation
  readonly http_status: number | null
  /** The gateway's own words, flattened to one line. */
  readonly detail: string | null
  /** The gateway's words by field, e.g. `{ "lead.email": "Enter a valid email address." }`. */
  readonly fields: Record<string, string> | null
  readonly retry_after_seconds: number | null
  readonly reason: GatewayErrorReason | null

  constructor(init: GatewayErrorInit) {
    super(init.message)
    this.kind = init.kind
    this.operation = init.operation
    this.http_status = init.http_status ?? null
    this.detail = init.detail ?? null
    this.fields = init.fields ?? null
    this.retry_after_seconds = init.retry_after_seconds ?? null
    this.reason = init.reason ?? null
  }

  /**
   * Could the gateway have acted on this very request? A 4xx was refused and what was not sent was not received. A
   * redirect of a call that changes something counts as unknown: 303 is how a server says "done, look there".
   */
  get accepted(): "no" | "unknown" {
    const redirected = this.kind === "unexpected_response" && this.http_status !== null && this.http_status < 400
    const unknown = this.kind === "outcome_unknown" || (redirected && OPERATIONS[this.operation].changes_something)
    return unknown ? "unknown" : "no"
  }
}

/** The kind of failure that a status which is not a success stands for. */
export function kindOfStatus(operation: GatewayOperation, status: number): GatewayErrorKind {
  switch (status) {
    case 400:
      return "invalid_request"
    case 401:
    case 403:
      return "unauthorized"
    case 404:
      return "not_found"
    case 409:
      return "conflict"
    case 410:
      return "gone"
    case 429:
      return "throttled"
    default:
      return status >= 500 ? kindOfSilence(operation) : "unexpected_response"
  }
}

/** The kind of failure when a call was sent and nothing usable came back. */
export function kindOfSilence(operation: GatewayOperation): GatewayErrorKind {
  return OPERATIONS[operation].changes_something ? "outcome_unknown" : "unavailable"
}
