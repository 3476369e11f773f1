import type { WebhookEvent, WebhookEventType } from "../../../gateway"
import { isHosted, isNameless } from "../debits/collect-mode"
import type { DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"
import { isSameAmount } from "../money/money"
import { leadOfTenant } from "../accounts/tenants"
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
  return isAboutDebits(event) && !namesAnId(event)
}

function isAboutDebits(event: WebhookEvent): boolean {
  return ABOUT_DEBITS.has(event.type) && event.transaction_type !== "sdd_rebill"
}

/**
 * Finds the debit of an event that carries no id, by e-mail, amount, currency and, where it tells them, the last four
 * digits, among those submitted in the last seven days, and those whose page could be paid since. Of the latter also where
 * the event carries ids that nobody knows.
 * @returns null unless exactly one comes into question
 */
export async function findByCircumstances(context: LedgerContext, account: string, event: WebhookEvent): Promise<DebitRecord | null> {
  const { email } = event
  if (!isAboutDebits(event) || email === null) {
    return null
  }
  const lead = leadOfTenant(context.settings, account, email)
  const now = context.now()
  // What a page has collected may bear ids that nobody here knows; a session, or a reference, of which none is known is a stranger's.
  const isStrangers = event.session_token !== null || event.tenant_reference_id !== null
  const nameless = isStrangers ? [] : await context.store.namelessOfLead(lead)
  const onPages = nameless.filter((debit) => comesIntoQuestion(debit, event, now))
  const submitted = namesAnId(event) ? [] : await context.store.submittedOfLead(lead)
  const candidates = [...onPages, ...submitted.filter((debit) => !isNameless(debit) && comesIntoQuestion(debit, event, now))]
  const [only] = candidates
  return only && candidates.length === 1 ? only : null
}

/** Pure: whether everything that the event tells fits the debit. */
export function comesIntoQuestion(
  debit: Pick<DebitRecord, "amount" | "currency_code" | "iban_last4" | "submitted_at" | "created_at" | "collect">,
  event: Pick<WebhookEvent, "amount" | "currency" | "iban_last4">,
  now: Date,
): boolean {
  // A page can be paid from the moment at which it is there.
  const since = debit.submitted_at ?? (isHosted(debit) ? debit.created_at : null)
  return (
    isSameAmount(event.amount, debit.amount) &&
    event.currency?.toLowerCase() === debit.currency_code &&
    (event.iban_last4 === null || event.iban_last4 === debit.iban_last4 || (isHosted(debit) && debit.iban_last4 === null)) &&
    since !== null &&
    now.getTime() - since.getTime() <= WINDOW_MS
  )
}
