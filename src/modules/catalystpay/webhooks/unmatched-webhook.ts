import type { WebhookEvent } from "../../../gateway"
import type { WebhookOutcomeCode } from "./webhook-outcomes"

/** Any of them leads to a debit. */
const IDS = ["session_token", "tenant_reference_id", "order_number", "transaction_id"] as const

/** Pure: whether the event says by an id which debit it is about. */
export function namesAnId(event: WebhookEvent): boolean {
  return IDS.some((id) => event[id] !== null)
}

/** For the inbox: why a signed webhook found no debit. */
export function whyUnmatched(event: WebhookEvent): WebhookOutcomeCode {
  return namesAnId(event) ? "ids_unknown" : "names_no_debit"
}
