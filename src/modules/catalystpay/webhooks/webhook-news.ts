import type { WebhookEvent } from "../../../gateway"
import { reportMismatch } from "../outcomes/amount-mismatch"
import { isHosted } from "../debits/collect-mode"
import type { DebitPatch, DebitRecord } from "../debits/debit-record"
import { isInFlight } from "../debit-state"
import { settleExternal } from "../outcomes/external-payment"
import { findOut } from "../outcomes/finding-out"
import type { LedgerContext } from "../ledger-context"
import { applyChargebackNews, applyLooseRefund, applyTransactionNews } from "./money-webhooks"
import { speaksOfOtherMoney } from "../outcomes/outcome"
import { accountsOfTenant } from "../accounts/tenants"
import { whyUnmatched } from "./unmatched-webhook"
import { findByCircumstances } from "./webhook-candidates"
import { confirmsApproval, isRefund, namesOwnTransaction, topicOf } from "./webhook-topic"
import { verdict, type WebhookVerdict } from "./webhook-verdict"

export type { WebhookVerdict } from "./webhook-verdict"

/** How long a process that waits for `/pay/` or `/verify/` gets before the webhook asks the API itself. */
const OWNER_PATIENCE_MS = 2_000
const OWNER_POLL_MS = 50

/**
 * Applies a signed webhook. One that repeats what the API said asks nothing; one that says more is checked with the API,
 * by one GET of the session or by the rows of the reconciliation: a webhook's word alone never moves money.
 */
export async function applyWebhook(context: LedgerContext, account: string, event: WebhookEvent): Promise<WebhookVerdict> {
  const found = (await findDebit(context, event)) ?? (await findByCircumstances(context, account, event))
  if (!found) {
    return isRefund(event) ? applyLooseRefund(context, account, event) : verdict(null, whyUnmatched(event))
  }
  // One webhook profile may serve all accounts of a tenant.
  if (!accountsOfTenant(context.settings, account).includes(found.account)) {
    return verdict(null, "other_account")
  }
  if (event.livemode !== null && found.livemode !== null && event.livemode !== found.livemode) {
    await context.store.note(found.id, {}, { type: "livemode_mismatch", source: "webhook", details: { event: event.name } })
    return verdict(found, event.livemode ? "live_of_test_debit" : "test_of_live_debit")
  }
  switch (topicOf(found, event, context.settings.settlement.statuses)) {
    case "approval":
      return applyApproval(context, found, event)
    case "transactions":
      return applyTransactionNews(context, found, event)
    case "chargebacks":
      return applyChargebackNews(context, found, event)
    case "other":
      await keepIds(context, found, event)
      return verdict(found, "noted")
  }
}

async function applyApproval(context: LedgerContext, found: DebitRecord, event: WebhookEvent): Promise<WebhookVerdict> {
  if (speaksOfOtherMoney(found, event.amount, event.currency)) {
    await reportMismatch(context, found, { ...event, event: event.name }, "webhook")
    return verdict(found, "other_money")
  }
  const debit = await settleExternal(context, await settleFirst(context, found), event)
  if (debit.status !== "approved") {
    const details = { status: debit.status }
    return mayStillSettle(debit)
      ? verdict(debit, "not_confirmed", { retry: true, details })
      : verdict(debit, "nothing_waits", { details })
  }
  const named = await keepIds(context, debit, event)
  // Only the session's own event is the fulfilment signal; others may confirm what was unknown until now.
  const confirms = event.type === "payment_session.completed" || found.status !== "approved"
  if (confirms && !debit.confirmed_at) {
    await context.store.note(debit.id, { confirmed_at: context.now() }, null)
  }
  if (debit.origin === "external") {
    // It may have come back before anybody knew that it was paid: the session says COMPLETED all the same. The webhook that
    // told of it was noted then, and the first one to name the transaction finds it in the records.
    await applyTransactionNews(context, named, event)
  }
  return verdict(debit, debit.origin === "external" ? "paid_externally" : "confirmed", { moved: true })
}

async function findDebit(context: LedgerContext, event: WebhookEvent): Promise<DebitRecord | null> {
  const { store } = context
  return (
    (event.transaction_id ? await store.byTransaction(event.transaction_id) : null) ??
    (event.tenant_reference_id ? await store.byReference(event.tenant_reference_id) : null) ??
    (event.order_number ? await store.byOrderNumber(event.order_number) : null) ??
    (event.session_token ? await store.bySessionToken(event.session_token) : null)
  )
}

/** A debit being submitted or verified is settled by the answer its owner waits for; else the API is asked. */
async function settleFirst(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  if (isHosted(debit)) {
    // Nobody here waits for its answer.
    return debit
  }
  const patience = context.now().getTime() + OWNER_PATIENCE_MS
  let current = debit
  while (isBeingAnswered(current) && context.now().getTime() < patience) {
    await context.sleep(OWNER_POLL_MS)
    current = (await context.store.byId(debit.id)) ?? current
  }
  return current.status === "submitting" || current.status === "awaiting_verification"
    ? (await findOut(context, current)).debit
    : current
}

/** Somebody waits for the answer to `/pay/`, or to the `/verify/` of the shopper's latest return. */
function isBeingAnswered(debit: DebitRecord): boolean {
  const { verification_returned_at: returned, verification_started_at: started } = debit
  const verifies = started !== null && started.getTime() === returned?.getTime()
  return debit.status === "submitting" || (debit.status === "awaiting_verification" && verifies)
}

function mayStillSettle(debit: DebitRecord): boolean {
  return isInFlight(debit.status)
}

/**
 * Fills in ids that an answer of the API left open; what is known is not overwritten.
 * @returns the debit with them
 */
async function keepIds(context: LedgerContext, debit: DebitRecord, event: WebhookEvent): Promise<DebitRecord> {
  // On a page there may have been attempts that were declined: only what says that the debit was approved names it.
  const own = namesOwnTransaction(debit, event) && (!isHosted(debit) || (debit.status === "approved" && confirmsApproval(event)))
  const patch: DebitPatch = {
    ...(own && isHosted(debit) && debit.iban_last4 === null && event.iban_last4 ? { iban_last4: event.iban_last4 } : {}),
    ...(own && debit.transaction_id === null && event.transaction_id ? { transaction_id: event.transaction_id } : {}),
    ...((own || !isHosted(debit)) && debit.order_number === null && event.order_number ? { order_number: event.order_number } : {}),
    ...(own && debit.merchant_transaction_id === null && event.merchant_transaction_id
      ? { merchant_transaction_id: event.merchant_transaction_id }
      : {}),
  }
  return context.store.note(debit.id, patch, {
    type: `webhook ${event.name}`,
    source: "webhook",
    details: { transaction_status: event.transaction_status, session_status: event.session_status },
  })
}
