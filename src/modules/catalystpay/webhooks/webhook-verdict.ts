import type { DebitRecord } from "../debits/debit-record"
import type { WebhookOutcome, WebhookOutcomeCode, WebhookOutcomeDetails } from "./webhook-outcomes"

/** What a webhook came to. */
export interface WebhookVerdict {
  debit_id: string | null
  payment_session_id: string | null
  /** The ledger learned something of the debit: Medusa is to be brought in line with it. */
  moved: boolean
  /** Worth asking again later: the API does not confirm yet what the webhook says. */
  retry: boolean
  /** For the inbox; without personal data. */
  outcome: WebhookOutcome
}

interface More extends Partial<Pick<WebhookVerdict, "moved" | "retry">> {
  details?: WebhookOutcomeDetails
}

export function verdict(
  debit: DebitRecord | null,
  code: WebhookOutcomeCode,
  { moved = false, retry = false, details }: More = {},
): WebhookVerdict {
  const outcome = { code, details: details ?? null }
  return { debit_id: debit?.id ?? null, payment_session_id: debit?.payment_session_id ?? null, moved, retry, outcome }
}
