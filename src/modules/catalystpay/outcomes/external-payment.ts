import { GatewayError, type SessionView, type TransactionRow, type WebhookEvent } from "../../../gateway"
import { reportMismatch } from "./amount-mismatch"
import { mayBePaidOnPage } from "../debits/collect-mode"
import type { DebitPatch, DebitRecord, EventSource } from "../debits/debit-record"
import { isUnsubmitted } from "../debit-state"
import { lookAtPage } from "./finding-out"
import { transactionsOf } from "./gateway-records"
import type { LedgerContext } from "../ledger-context"
import { isApprovedSale, speaksOfOtherMoney } from "./outcome"
import { leadOfTenant } from "../accounts/tenants"

/**
 * Something says that a debit was approved which this store did not submit: whoever has the session token can pay at the
 * gateway itself (contract, section 5). One GET of the session proves it, or where a session that has ended is answered
 * with 410, the transaction that the webhook names. Such a debit pays for no order here, because nobody accepted this
 * store's mandate for it: it is reported, to be refunded.
 *
 * Where the store submits and its answer is lost, or `/pay/` answers that the session is over, a session that was completed
 * for the same money is taken as this purchase's own: a GET cannot tell it from an answer that was lost, and the shopper is
 * debited once. Of a hosted debit the gateway's page is where it is paid: see `lookAtPage`.
 * @throws GatewayError when neither can be asked: then the webhook is to be tried again
 */
export async function settleExternal(context: LedgerContext, debit: DebitRecord, event: WebhookEvent): Promise<DebitRecord> {
  if (mayBePaidOnPage(debit)) {
    return lookAtPage(context, debit)
  }
  const proof = mayBePaidExternally(debit) ? await prove(context, debit, event) : null
  return proof ? recordExternal(context, debit, proof, event) : debit
}

/** The same where an approved transaction of the reconciliation names the debit by an id: that is proof by itself. */
export async function settleExternalRow(context: LedgerContext, debit: DebitRecord, row: TransactionRow): Promise<DebitRecord> {
  const isPaid = mayBePaidExternally(debit) && isApprovedSale(row, context.settings.settlement.statuses)
  return isPaid ? recordExternal(context, debit, provedBy(row), toPaidIds(row)) : debit
}

/**
 * The same where a transaction names no debit and looks like this one's, approved or come back since: one GET of the
 * session proves it. Where that says no more than that the session is over, an approved transaction is proof if this store
 * did not end the session.
 * @throws GatewayError when the session cannot be asked
 */
export async function settleUnnamedRow(context: LedgerContext, debit: DebitRecord, row: TransactionRow): Promise<DebitRecord> {
  if (!mayBePaidExternally(debit)) {
    return debit
  }
  const session = await readEnded(context, debit)
  const proof = session === "ended" ? await proofWithoutSession(context, debit, row) : completed(session)
  return proof ? recordExternal(context, debit, proof, toPaidIds(row)) : debit
}

async function proofWithoutSession(context: LedgerContext, debit: DebitRecord, row: TransactionRow): Promise<Proof | null> {
  const isPaid = isApprovedSale(row, context.settings.settlement.statuses)
  return isPaid && (await isEndedElsewhere(context, debit)) ? provedBy(row) : null
}

/** This store had left the session open, or found it over when it submitted or cancelled, and was not told by what. */
async function isEndedElsewhere({ store }: LedgerContext, { id, status, error_code }: DebitRecord): Promise<boolean> {
  return isUnsubmitted(status) || (status === "failed" ? error_code === "unknown" : await store.wasFoundOver(id))
}

function toPaidIds(row: TransactionRow): PaidIds {
  return { ...row, transaction_id: row.id }
}

async function recordExternal(context: LedgerContext, debit: DebitRecord, proof: Proof, paid: PaidIds): Promise<DebitRecord> {
  if (speaksOfOtherMoney(debit, proof.amount, proof.currency)) {
    await reportMismatch(context, debit, proof, proof.source)
    return debit
  }
  const isOwn = debit.status === "submitting"
  const { debit: recorded } = await context.store.apply(debit.id, {
    transition: isOwn ? "approved" : "paid_externally",
    expect: { status: debit.status, attempt: debit.attempt },
    event: { source: proof.source, details: { proof: proof.event } },
    patch: {
      origin: isOwn ? "store" : "external",
      approved_at: context.now(),
      ...idsOf(debit, paid),
      sealed_iban: null,
      sealed_at: null,
      iban_check: null,
      verification_url: null,
    },
  })
  return recorded
}

/** The ids and the account of what was paid, as far as something says them. */
type PaidIds = Pick<
  WebhookEvent,
  "tenant_reference_id" | "transaction_id" | "merchant_transaction_id" | "order_number" | "iban_last4"
>

/** The money that was paid, and what says so. */
interface Proof {
  amount: string | null
  currency: string | null
  event: string
  source: EventSource
}

async function prove(context: LedgerContext, debit: DebitRecord, event: WebhookEvent): Promise<Proof | null> {
  const session = await readEnded(context, debit)
  return session === "ended" ? proveByRow(context, debit, event) : completed(session)
}

function completed({ status, amount, currency }: SessionView): Proof | null {
  return status === "COMPLETED" ? { amount, currency, event: "GET of the session", source: "api" } : null
}

/** @returns "ended" where the API says of a session that is over nothing but that. */
async function readEnded(context: LedgerContext, debit: DebitRecord): Promise<SessionView | "ended"> {
  try {
    return await context.gateway(debit.account).getSession(debit.session_token)
  } catch (error) {
    if (error instanceof GatewayError && (error.kind === "gone" || error.kind === "not_found")) {
      return "ended"
    }
    throw error
  }
}

async function proveByRow(context: LedgerContext, debit: DebitRecord, event: WebhookEvent): Promise<Proof | null> {
  const { transaction_id } = event
  const rows = transaction_id === null ? [] : await transactionsOf(context, debit, [transaction_id])
  const row = rows.find(({ id }) => id === transaction_id)
  if (!row || !isApprovedSale(row, context.settings.settlement.statuses)) {
    return null
  }
  const { customer_email_csv: email } = row
  const isLeads = email === null || leadOfTenant(context.settings, debit.account, email).emails.includes(debit.email)
  return isLeads ? provedBy(row) : null
}

function provedBy({ amount, currency }: TransactionRow): Proof {
  return { amount, currency, event: "transaction", source: "reconciliation" }
}

/**
 * What the ledger knew were the ids and the account of an attempt of this store's, which came to nothing: rows of that one
 * are not to be taken for news of this money, nor is what becomes of this money to be missed.
 */
function idsOf(debit: DebitRecord, paid: PaidIds): DebitPatch {
  const reference = paid.tenant_reference_id
  if (reference !== null && reference === debit.reference) {
    // An attempt of this store's after all, which it had given up.
    return {}
  }
  return {
    reference,
    transaction_id: paid.transaction_id,
    merchant_transaction_id: paid.merchant_transaction_id,
    gateway_reference: null,
    order_number: paid.order_number,
    iban_last4: paid.iban_last4,
    iban_country: null,
    bank_name: null,
    bic: null,
  }
}

/** What came back was approved before: its session goes on saying COMPLETED, and means the same money. */
function mayBePaidExternally(debit: DebitRecord): boolean {
  const { status, returned_at } = debit
  if (mayBePaidOnPage(debit)) {
    return false
  }
  const hasEnded = status === "failed" || status === "cancelled" || status === "superseded"
  const mayBeSubmittedHere = status === "queued" || status === "submitting"
  return isUnsubmitted(status) || mayBeSubmittedHere || (hasEnded && !returned_at)
}
