import { GatewayError, type GatewayErrorKind } from "../../../gateway"
import { textOf } from "../error-text"
import type { WebhookOutcome, WebhookOutcomeCode } from "./webhook-outcomes"

const NO_ANSWER: readonly GatewayErrorKind[] = ["not_sent", "unavailable", "outcome_unknown", "throttled"]

/** What a webhook came to whose processing threw. */
export function outcomeOfError(error: unknown): WebhookOutcome {
  return { code: codeOf(error), details: { why: textOf(error) } }
}

function codeOf(error: unknown): WebhookOutcomeCode {
  if (!(error instanceof GatewayError)) {
    return "not_processed"
  }
  if (error.kind === "unauthorized") {
    return "key_rejected"
  }
  return NO_ANSWER.includes(error.kind) ? "gateway_silent" : "not_processed"
}
