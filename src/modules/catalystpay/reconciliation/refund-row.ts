import type { TransactionRow } from "../../../gateway"
import type { LedgerContext } from "../ledger-context"
import { applyRefundRow } from "../money/refunds"
import { ownerOfRefund } from "../money/row-owner"
import { reportUnmatchedRow } from "../money/unmatched-row"
import type { RowOutcome } from "./report"

/**
 * Counts a refund. One that fits no debit of this store is another shop's of the same tenant; one that may be several
 * debits', or says nothing by which one could be told, is a problem as it is when a webhook tells of it.
 */
export async function applyRefund(context: LedgerContext, account: string, row: TransactionRow): Promise<RowOutcome> {
  const { debit, is_open_question } = await ownerOfRefund(context, account, row)
  if (debit) {
    const verdict = await applyRefundRow(context, debit, row)
    const kinds = { applied: "refunds", mismatch: "mismatches" } as const
    const kind = verdict === "applied" || verdict === "mismatch" ? kinds[verdict] : verdict
    return { kind, debit_id: debit.id, moved: verdict === "applied" }
  }
  if (!is_open_question) {
    return { kind: "foreign", debit_id: null, moved: false }
  }
  await reportUnmatchedRow(context, account, row, "sdd_refund")
  return { kind: "unmatched", debit_id: null, moved: false }
}
