import type { Answer } from "./ask"
import type { FormField, Trouble } from "./outcome"

const FIELDS: ReadonlyMap<string, FormField> = new Map([
  ["invalid_iban", "iban"],
  ["iban_not_sepa", "iban"],
  ["invalid_holder_name", "holder_name"],
  ["mandate_not_accepted", "mandate"],
  ["mandate_text_outdated", "mandate"],
])

/** Pure: what an answer that does not do what was asked for means, of a step that debits nothing. */
export function troubleOf(answer: Exclude<Answer, { type: "answer" }>): Trouble {
  if (answer.type === "silence") {
    return { type: "unreachable" }
  }
  const { code, status, message, retry_after } = answer
  if (code === "payment_in_progress" || code === "payment_in_progress_elsewhere" || code === "verification_open") {
    return { type: "in_progress", code }
  }
  if (status === 429) {
    return { type: "throttled", retry_after }
  }
  if (status >= 500) {
    return { type: "unavailable", retry_after }
  }
  return { type: "refused", code, status, field: (code && FIELDS.get(code)) || null, message }
}

/** An answer that is not what the route answers: a proxy's, or another version's. */
export function unreadable(): Trouble {
  return { type: "unavailable", retry_after: null }
}

/**
 * Pure: whether a refusal of a submission says nothing of the submission: it may have been cut off on its way back, or
 * stood in line behind the same request sent before. The plugin's own refusals do say; they have a code.
 */
export function saysNothing(answer: Exclude<Answer, { type: "answer" }>): boolean {
  if (answer.type === "silence" || answer.code === "agreement_busy") {
    return true
  }
  const { status, code } = answer
  return !(code && OWN_REFUSALS.has(code)) && (status >= 500 || status === 408 || status === 409 || status === 429)
}

const OWN_REFUSALS: ReadonlySet<string> = new Set([
  "session_not_found",
  "session_not_payable",
  "payment_in_progress",
  "payment_in_progress_elsewhere",
  "order_not_payable",
  "too_many_attempts",
  "gateway_unavailable",
])
