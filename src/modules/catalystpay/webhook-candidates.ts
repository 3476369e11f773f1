import type { WebhookEvent, WebhookEventType } from "../../gateway"
import type { DebitRecord } from "./debit-record"
import type { LedgerContext } from "./ledger-context"
import { isSameAmount } from "./money"
import { leadOfTenant } from "./tenants"
import { namesAnId } from "./unmatched-webhook"

const WINDOW_MS = 7 * 24 * 60 * 60 * 1000

/** Events about one-off debits. Orders without an id, and subscriptions, are never a debit of this store's checkout. */
const ABOUT_DEBITS: ReadonlySet<WebhookEventType | "unknown"> = new Set([
  "payment_session.completed",
  "transaction.created",
  "transaction.imported",
  "transaction.status_changed",
  "chargeback.created",
  "chargeback.imported",
])

/** Pure: an event that must be about somebody's debit and says by no id about whose. */
export function isAboutSomeDebit(event: WebhookEvent): boolean {
  return ABOUT_DEBITS.has(event.type) && event.transaction_type !== "sdd_rebill" && !namesAnId(event)
}

/**
 * Finds the debit of an event that carries no id, by e-mail, amount, currency and, where it tells them, the last four
 * digits, among those submitted in the last seven days.
 * @returns null unless exactly one comes into question
 */
export async function findByCircumstances(context: LedgerContext, account: string, event: WebhookEvent): Promise<DebitRecord | null> {
  const { email } = event
  if (!isAboutSomeDebit(event) || email === null) {
    return null
  }
  const ofLead = await context.store.submittedOfLead(leadOfTenant(context.settings, account, email))
  const candidates = ofLead.filter((debit) => comesIntoQuestion(debit, event, context.now()))
  const [only] = candidates
  return only && candidates.length === 1 ? only : null
}

/** Pure: whether everything that the event tells fits the debit. */
export function comesIntoQuestion(
  debit: Pick<DebitRecord, "amount" | "currency_code" | "iban_last4" | "submitted_at">,
  event: Pick<WebhookEvent, "amount" | "currency" | "iban_last4">,
  now: Date,
): boolean {
  const { submitted_at } = debit
  return (
    isSameAmount(event.amount, debit.amount) &&
    event.currency?.toLowerCase() === debit.currency_code &&
    (event.iban_last4 === null || event.iban_last4 === debit.iban_last4) &&
    submitted_at !== null &&
    now.getTime() - submitted_at.getTime() <= WINDOW_MS
  )
}
