import type { TransactionRow } from "../../../gateway"
import { isHosted } from "../debits/collect-mode"
import type { DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"
import { isSameAmount } from "../money/money"
import type { Settings } from "../options"
import { idsOf, isApprovedSale, isSale } from "../outcomes/outcome"
import { toMoment } from "../money/row-verdict"
import { leadOfTenant } from "../accounts/tenants"

/** Clocks differ. */
const SKEW_MS = 2 * 60_000

/** Pure: CatalystPay's page was paid, or may have been, and nobody has told this store under which id. */
export function isNameless(debit: DebitRecord): boolean {
  return isHosted(debit) && debit.transaction_id === null
}

/**
 * Pure: whether a transaction may be an attempt on a debit's page. Nothing that this store chose goes with it, so lead,
 * money and time have to fit.
 */
export function mayBeAttemptOnPage(settings: Settings, debit: DebitRecord, row: TransactionRow): boolean {
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
 * Of the attempts on a completed page the one that completed it: the approved one, and where that has come back since,
 * the last, for a page takes none after it. Those that other debits are known by are not among them.
 */
export async function completingAttempt(context: LedgerContext, debit: DebitRecord, rows: TransactionRow[]): Promise<TransactionRow | null> {
  if (!isNameless(debit)) {
    return null
  }
  const own: TransactionRow[] = []
  for (const row of rows.filter((one) => one.id !== null && mayBeAttemptOnPage(context.settings, debit, one))) {
    const known = row.id === null ? null : await context.store.byTransaction(row.id)
    if (!known || known.id === debit.id) {
      own.push(row)
    }
  }
  const latestFirst = own.sort((one, other) => (momentOf(other)?.getTime() ?? 0) - (momentOf(one)?.getTime() ?? 0))
  const { statuses } = context.settings.settlement
  return latestFirst.find((row) => isApprovedSale(row, statuses)) ?? latestFirst[0] ?? null
}

/** Writes down by which ids CatalystPay knows a debit that its page collected, so that later news of it are told apart. */
export async function nameTransaction(context: LedgerContext, debit: DebitRecord, row: TransactionRow | null): Promise<DebitRecord> {
  if (!row || debit.status !== "approved" || !isNameless(debit)) {
    return debit
  }
  const { debit: named } = await context.store.noteOnce(debit.id, isNameless, idsOf(debit, row), {
    type: "page_transaction_named",
    source: "reconciliation",
    details: { transaction_status: row.status },
  })
  return named
}
