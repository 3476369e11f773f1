import { fillIn, textValues } from "../text-template"

/**
 * What a webhook may come to: stable codes, and the merchant's sentences in English with `{{name}}` where a detail stands.
 * The dashboard has them in its reader's language. No personal data in any of them.
 */
export const WEBHOOK_OUTCOME_TEXTS = {
  confirmed: "Confirmed.",
  confirmed_by_records: "Confirmed by the reconciliation API.",
  known_already: "Known already.",
  noted: "Noted; it asks for nothing.",
  paid_externally: "Paid at the gateway, and not through this store; reported.",
  earlier_attempt: "An earlier attempt on CatalystPay's page; it changes nothing.",
  not_confirmed: "The API does not confirm it: the debit is {{status}}.",
  not_in_records_yet: "The reconciliation API does not confirm it yet.",
  nothing_waits: "No attempt of this store waits for it: the debit is {{status}}. Nothing was booked.",
  other_money: "It speaks of another amount or currency than the ledger; recorded, not applied.",
  other_account: "The debit belongs to another account than the one this webhook was sent to.",
  live_of_test_debit: "It is of the live environment, the debit of the test environment; recorded, not applied.",
  test_of_live_debit: "It is of the test environment, the debit of the live environment; recorded, not applied.",
  ids_unknown: "No debit of this store carries the ids in this webhook.",
  names_no_debit:
    "This webhook names no debit: let its endpoint's mapping at CatalystPay include session_token, " +
    "tenant_reference_id, order_number or transaction_id, or name your keys for them in the option fieldMap.",
  refund_of_no_debit: "No debit of this store, or more than one, may be what this refund gives back.",
  gateway_silent: "CatalystPay gave no answer when it was asked: {{why}}.",
  key_rejected: "CatalystPay did not accept the API key: {{why}}.",
  not_processed: "It could not be processed: {{why}}.",
} as const satisfies Record<string, string>

export type WebhookOutcomeCode = keyof typeof WEBHOOK_OUTCOME_TEXTS

/** What a webhook came to. */
export interface WebhookOutcome {
  code: WebhookOutcomeCode
  /** What stands in the places of its sentence: `status` of the debit, or in the server's words `why` it failed. */
  details: WebhookOutcomeDetails | null
}

export type WebhookOutcomeDetails = { status?: string; why?: string }

/** The merchant's sentence for an outcome, in English. */
export function describeOutcome({ code, details }: WebhookOutcome): string {
  return fillIn(WEBHOOK_OUTCOME_TEXTS[code], textValues(details))
}
