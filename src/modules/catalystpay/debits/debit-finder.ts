import type { CatalystPayModuleService } from ".."
import { toDebitView, VIEWED_COLUMNS, type DebitView } from "./debit-view"
import { toChargeback, toReceipt, toRefund } from "../money/money-finder"
import { toProblemView, type ProblemView } from "../problems/problem-view"

type Ledger = Pick<CatalystPayModuleService, "listDebits" | "problems">

/** A debit and what is open about it. */
export interface DebitWithProblems extends DebitView {
  problems: ProblemView[]
}

/** The views of some debits, in the order of their ids; by a few queries, however many they are. */
export async function findDebitViews(ledger: Ledger, ids: string[]): Promise<DebitWithProblems[]> {
  const debits = await ledger.listDebits(
    { id: ids },
    {
      select: [...VIEWED_COLUMNS],
      relations: ["mandates", "events", "chargebacks", "refunds", "refund_receipts"],
      take: ids.length,
    },
  )
  const problems = await ledger.problems.openOfDebits(ids)
  const views = debits.map(({ mandates, events, chargebacks, refunds, refund_receipts, ...debit }) => ({
    ...toDebitView(
      {
        ...debit,
        amount: String(debit.amount),
        captured_amount: String(debit.captured_amount),
        refund_due_amount: String(debit.refund_due_amount),
        refunded_amount: String(debit.refunded_amount),
        charged_back_amount: String(debit.charged_back_amount),
      },
      mandates,
      events,
      {
        chargebacks: chargebacks.map(toChargeback),
        refunds: refunds.map(toRefund),
        receipts: refund_receipts.map(toReceipt),
      },
    ),
    problems: problems.filter(({ debit_id }) => debit_id === debit.id).map(toProblemView),
  }))
  const places = new Map(ids.map((id, index) => [id, index]))
  return views.sort((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0))
}

export async function findDebitView(ledger: Ledger, id: string): Promise<DebitWithProblems | null> {
  const [view] = await findDebitViews(ledger, [id])
  return view ?? null
}
