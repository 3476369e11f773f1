import type { DebitRecord } from "./debit-record"

/** What a webhook came to. */
export interface WebhookVerdict {
  debit_id: string | null
  payment_session_id: string | null
  /** The ledger learned something of the debit: Medusa is to be brought in line with it. */
  moved: boolean
  /** Worth asking again later: the API does not confirm yet what the webhook says. */
  retry: boolean
  /** For the inbox: a sentence without personal data. */
  outcome: string
}

export function verdict(
  debit: DebitRecord | null,
  outcome: string,
  { moved = false, retry = false }: Partial<Pick<WebhookVerdict, "moved" | "retry">> = {},
): WebhookVerdict {
  return { debit_id: debit?.id ?? null, payment_session_id: debit?.payment_session_id ?? null, moved, retry, outcome }
}
