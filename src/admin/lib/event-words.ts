import type { DebitEventView } from "../../modules/catalystpay/debits/event-view"
import type { Format } from "./use-format"
import type { Texts } from "./use-texts"

/** What the ledger writes before the name of a webhook that changed no status. */
const WEBHOOK = "webhook "

function isWebhook(event: DebitEventView): boolean {
  return event.type.startsWith(WEBHOOK)
}

/** What happened, in a few words. */
export function eventTitle(event: DebitEventView, { t, word }: Texts): string {
  const title = isWebhook(event)
    ? t("events.webhook", { name: event.type.slice(WEBHOOK.length) })
    : word("events", event.type)
  return event.refused ? t("refused", { event: title }) : title
}

/** What there is to add: an amount, why it was declined or not applied, what a webhook said. */
export function eventNote(event: DebitEventView, currencyCode: string, { word }: Texts, format: Format): string | null {
  const { amount, error_code, reason, reason_code, session_status, transaction_status, kind } = event.details
  const notes = [
    amount ? format.money(amount, currencyCode) : null,
    error_code ? word("declines", error_code) : null,
    reason_code,
    event.refused ? reason : null,
    isWebhook(event) ? transaction_status ?? session_status : null,
    kind,
  ]
  return notes.filter(Boolean).join(" · ") || null
}
