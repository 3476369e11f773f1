import type { WebhookOutcomeCode } from "../../../modules/catalystpay/webhooks/webhook-outcomes"

/** What a webhook came to; `{{status}}` is a state of the debit in words, `{{why}}` what the server wrote of a failure. */
export type OutcomesTexts = Record<WebhookOutcomeCode, string>
