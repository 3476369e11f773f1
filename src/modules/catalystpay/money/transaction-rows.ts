import type { TransactionRow } from "../../../gateway"
import { reportMismatch } from "../outcomes/amount-mismatch"
import type { DebitPatch, DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"
import { speaksOfOtherMoney } from "../outcomes/outcome"
import { applyRefundRow } from "./refunds"
import { applyReturn, NO_REASON, type ToldReason } from "./returns"
import type { RowVerdict } from "./row-verdict"
import { recordSettledStatus } from "../settlement/settlement"
import { isFailure, isUndecided } from "./transaction-words"

/**
 * Applies a row of the reconciliation API that was found to be of a debit: proof of what became of it, or of money given
 * back. Any order, any number of times, and several servers at once come to the same.
 * @param told what a webhook said of the reason, which rows don't
 */
export async function applyTransactionRow(
  context: LedgerContext,
  debit: DebitRecord,
  row: TransactionRow,
  told: ToldReason = NO_REASON,
): Promise<RowVerdict> {
  switch (row.type) {
    case "sdd_refund":
      return applyRefundRow(context, debit, row)
    case "sdd_sale":
      return isOfCurrentAttempt(debit, row) ? applySaleRow(context, debit, row, told) : "irrelevant"
    case "sdd_rebill":
    case "other_type":
    case "unknown":
      return "irrelevant"
  }
}

/**
 * Pure: an earlier attempt of the same session was declined, and says nothing of the one that counts. Every attempt of
 * ours has a reference of its own; where a row has none, its ids are all there is.
 */
export function isOfCurrentAttempt(debit: DebitRecord, row: Pick<TransactionRow, "id" | "tenant_reference_id">): boolean {
  return row.tenant_reference_id === null ? row.id === debit.transaction_id : row.tenant_reference_id === debit.reference
}

async function applySaleRow(
  context: LedgerContext,
  debit: DebitRecord,
  row: TransactionRow,
  told: ToldReason,
): Promise<RowVerdict> {
  if (speaksOfOtherMoney(debit, row.amount, row.currency)) {
    await reportMismatch(context, debit, { ...row, event: "transaction" }, "reconciliation")
    return "mismatch"
  }
  if (isUndecided(row.status)) {
    return "undecided"
  }
  if (isFailure(row.status)) {
    return applyReturn(context, debit, row, told)
  }
  return confirm(context, debit, row)
}

/** The debit stands; what an answer left open is filled in. */
async function confirm(context: LedgerContext, debit: DebitRecord, row: TransactionRow): Promise<RowVerdict> {
  if (debit.status !== "approved") {
    return "irrelevant"
  }
  const patch: DebitPatch = {
    ...(debit.confirmed_at === null ? { confirmed_at: context.now() } : {}),
    ...(debit.transaction_id === null && row.id !== null ? { transaction_id: row.id } : {}),
    ...(debit.merchant_transaction_id === null && row.merchant_transaction_id !== null
      ? { merchant_transaction_id: row.merchant_transaction_id }
      : {}),
    ...(debit.gateway_reference === null && row.transaction_id !== null ? { gateway_reference: row.transaction_id } : {}),
    ...(debit.order_number === null && row.order_number !== null ? { order_number: row.order_number } : {}),
    ...(debit.bic === null && row.bic !== null ? { bic: row.bic } : {}),
  }
  const isNews = Object.keys(patch).length > 0
  const noted = isNews ? await context.store.note(debit.id, patch, null) : debit
  if (isNews && row.mandate_reference !== null) {
    await context.store.nameMandate(debit.id, debit.attempt, row.mandate_reference)
  }
  const settled = await recordSettledStatus(context, noted, row)
  return isNews || settled.settled_at?.getTime() !== debit.settled_at?.getTime() ? "applied" : "known"
}
