import type { ChargebackRow, TransactionRow, WebhookEvent } from "../../../gateway"
import { applyChargebackRow } from "../money/chargebacks"
import { isHosted, isNameless } from "../debits/collect-mode"
import type { DebitRecord } from "../debits/debit-record"
import { nameByRecords } from "../outcomes/nameless"
import { chargebacksOf, isOfDebit, recentTransaction, transactionsOf } from "../outcomes/gateway-records"
import type { LedgerContext } from "../ledger-context"
import { isSameAmount } from "../money/money"
import { applyRefundRow } from "../money/refunds"
import { reportUnmatchedRow } from "../money/unmatched-row"
import { mayBeRefundOf, ownerOfRefund } from "../money/row-owner"
import { applyEach, type RowVerdict } from "../money/row-verdict"
import { applyTransactionRow } from "../money/transaction-rows"
import { isFailure, isUndecided } from "../money/transaction-words"
import type { WebhookOutcomeCode } from "./webhook-outcomes"
import { isRefund } from "./webhook-topic"
import { verdict, type WebhookVerdict } from "./webhook-verdict"

/**
 * A webhook tells of a refund, or of a debit that came back: the reconciliation API's rows prove it. All that it knows of
 * the debit is applied, and the webhook is done when the row that it speaks of is among it.
 */
export async function applyTransactionNews(context: LedgerContext, found: DebitRecord, event: WebhookEvent): Promise<WebhookVerdict> {
  const rows = await transactionsOf(context, found, event.transaction_id === null ? [] : [event.transaction_id])
  const debit = await nameByRecords(context, found, rows)
  if (isEarlierOnPage(debit, event)) {
    return verdict(debit, "earlier_attempt")
  }
  const own = rows.filter((row) => isOfDebit(debit, row) || (row.type === "sdd_refund" && mayBeRefundOf(debit, row)))
  const verdicts = await applyEach(context, debit, own, (now, row) => applyTransactionRow(context, now, row, event))
  return own.some((row) => bearsOut(row, event))
    ? verdict(debit, outcomeOf(verdicts), { moved: true })
    : verdict(debit, "not_in_records_yet", { retry: true })
}

/** A webhook tells of a chargeback; all of the debit's are applied. */
export async function applyChargebackNews(context: LedgerContext, found: DebitRecord, event: WebhookEvent): Promise<WebhookVerdict> {
  const debit = isNameless(found) ? await nameFromRecords(context, found) : found
  const rows = await chargebacksOf(context, debit)
  const verdicts = await applyEach(context, debit, rows, (now, row) => applyChargebackRow(context, now, row))
  return rows.some((row) => isAbout(row, event))
    ? verdict(debit, outcomeOf(verdicts), { moved: true })
    : verdict(debit, "not_in_records_yet", { retry: true })
}

/** Rows of chargebacks name a transaction, and neither a lead nor a session. */
async function nameFromRecords(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  return nameByRecords(context, debit, await transactionsOf(context, debit))
}

/** A webhook tells of a refund and of no debit. */
export async function applyLooseRefund(context: LedgerContext, account: string, event: WebhookEvent): Promise<WebhookVerdict> {
  const row = event.transaction_id === null ? null : await recentTransaction(context, account, event.transaction_id)
  return row ? assignRefund(context, account, row) : verdict(null, "not_in_records_yet", { retry: event.transaction_id !== null })
}

/** Counts a refund's row for the one debit that it can be of; else the merchant is told. */
export async function assignRefund(context: LedgerContext, account: string, row: TransactionRow): Promise<WebhookVerdict> {
  const { debit } = await ownerOfRefund(context, account, row)
  if (debit) {
    return verdict(debit, outcomeOf([await applyRefundRow(context, debit, row)]), { moved: true })
  }
  if (row.tenant_reference_id === null) {
    await reportUnmatchedRow(context, account, row, "sdd_refund")
  }
  return verdict(null, "refund_of_no_debit")
}

/** A page takes several accounts, and tells of each; only one has completed it. */
function isEarlierOnPage(debit: DebitRecord, event: WebhookEvent): boolean {
  const { transaction_id } = event
  const isAnother = transaction_id !== null && debit.transaction_id !== null && transaction_id !== debit.transaction_id
  return isHosted(debit) && isAnother && isFailure(event.transaction_status) && !isRefund(event)
}

/** Whether the row says what the webhook says. */
function bearsOut(row: TransactionRow, event: WebhookEvent): boolean {
  if (event.transaction_id !== null && row.id !== null && row.id !== event.transaction_id) {
    return false
  }
  if (isFailure(event.transaction_status)) {
    return isFailure(row.status)
  }
  const isRefund = event.transaction_type === null || event.transaction_type === row.type
  return isRefund && !isUndecided(row.status)
}

/** A webhook names no chargeback's id: its amount is what there is. */
function isAbout(row: ChargebackRow, event: WebhookEvent): boolean {
  return event.amount === null || isSameAmount(row.amount, event.amount)
}

function outcomeOf(verdicts: RowVerdict[]): WebhookOutcomeCode {
  if (verdicts.includes("mismatch")) {
    return "other_money"
  }
  return verdicts.includes("applied") ? "confirmed_by_records" : "known_already"
}
