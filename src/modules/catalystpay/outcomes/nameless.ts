import type { TransactionRow } from "../../../gateway"
import { isNameless } from "../debits/collect-mode"
import type { DebitPatch, DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"
import { isSameAmount } from "../money/money"
import type { Settings } from "../options"
import { idsOf, isApprovedSale, isSale } from "./outcome"
import { toMoment } from "../money/row-verdict"
import { leadOfTenant } from "../accounts/tenants"

/** Clocks differ. */
const SKEW_MS = 2 * 60_000

/**
 * Pure: whether a transaction may be the one of a nameless debit. Nothing that this store chose goes with it, so lead,
 * money and time have to fit.
 */
export function mayBeUnnamedAttempt(settings: Settings, debit: DebitRecord, row: TransactionRow): boolean {
  const { customer_email_csv: email } = row
  return (
    row.tenant_reference_id === null &&
    isSale(row) &&
    email !== null &&
    leadOfTenant(settings, debit.account, email).emails.includes(debit.email) &&
    isSameAmount(row.amount, debit.amount) &&
    row.currency?.toLowerCase() === debit.currency_code &&
    !wasBefore(momentOf(row), debit)
  )
}

/** Pure: sessions of one lead follow each other, so what happened before one was opened is not of it. */
export function wasBefore(moment: Date | null, debit: Pick<DebitRecord, "created_at">): boolean {
  return moment !== null && moment.getTime() < debit.created_at.getTime() - SKEW_MS
}

/** When the attempt was made, as far as its row says. */
export function momentOf({ created_at, date_processed }: TransactionRow): Date | null {
  return toMoment(created_at ?? date_processed)
}

/**
 * Of the attempts on a completed session the one that completed it: the approved one, and where that has come back since,
 * the last, for a session takes none after it. Those that other debits are known by are not among them. What this store
 * submitted carries its reference, and then none without one is it.
 * @param rows what `transactionsOf` knows of the debit
 */
export async function completingAttempt(context: LedgerContext, debit: DebitRecord, rows: TransactionRow[]): Promise<TransactionRow | null> {
  if (!isNameless(debit) || rows.some((row) => isSubmittedHere(debit, row))) {
    return null
  }
  const own: TransactionRow[] = []
  for (const row of rows.filter((one) => one.id !== null && mayBeUnnamedAttempt(context.settings, debit, one))) {
    const known = row.id === null ? null : await context.store.byTransaction(row.id)
    if (!known || known.id === debit.id) {
      own.push(row)
    }
  }
  const latestFirst = own.sort((one, other) => (momentOf(other)?.getTime() ?? 0) - (momentOf(one)?.getTime() ?? 0))
  const { statuses } = context.settings.settlement
  return latestFirst.find((row) => isApprovedSale(row, statuses)) ?? latestFirst[0] ?? null
}

function isSubmittedHere({ reference }: DebitRecord, row: TransactionRow): boolean {
  return reference !== null && row.tenant_reference_id === reference
}

/** Names a debit by what CatalystPay's records have of it: see `completingAttempt`. @param rows what `transactionsOf` knows of it */
export async function nameByRecords(context: LedgerContext, debit: DebitRecord, rows: TransactionRow[]): Promise<DebitRecord> {
  return nameTransaction(context, debit, await completingAttempt(context, debit, rows))
}

/** Writes down by which ids CatalystPay knows a debit, so that later news of it are told apart. */
export async function nameTransaction(context: LedgerContext, debit: DebitRecord, row: TransactionRow | null): Promise<DebitRecord> {
  if (!row || debit.status !== "approved" || !isNameless(debit)) {
    return debit
  }
  const { debit: named } = await context.store.noteOnce(debit.id, isNameless, { ...idsOf(debit, row), ...payersAccount(debit, row) }, {
    // Named after the page, where that is the rule; ledgers have events of this name.
    type: "page_transaction_named",
    source: "reconciliation",
    details: { transaction_status: row.status },
  })
  return named
}

/** Whoever paid may have given another account than the shopper gave this store: refunds are told apart by it. */
function payersAccount(debit: DebitRecord, { iban_last4, bic }: TransactionRow): DebitPatch {
  const isAnother = debit.iban_last4 !== null && iban_last4 !== null && iban_last4 !== debit.iban_last4
  return isAnother ? { iban_last4, bic, iban_country: null, bank_name: null } : {}
}
