import type { ChargebackRow, TransactionRow } from "../../../gateway"
import type { DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"

type UnmatchedRow = Pick<TransactionRow | ChargebackRow, "id" | "amount" | "currency">

/**
 * Tells the merchant of a row that is, or may be, about one of this store's debits and that can be counted for none.
 * @param event what kind of row it is
 * @param debit the one whose session it names
 */
export async function reportUnmatchedRow(
  context: LedgerContext,
  account: string,
  row: UnmatchedRow,
  event: string,
  debit: DebitRecord | null = null,
): Promise<void> {
  const details = { event, amount: row.amount, currency: row.currency, transaction_id: row.id }
  await context.problems.open({
    code: "event_unmatched",
    subject: row.id ?? event,
    account,
    debit_id: debit?.id ?? null,
    order_id: debit?.order_id ?? null,
    details,
  })
}
