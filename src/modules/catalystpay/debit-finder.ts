import type { CatalystPayModuleService } from "."
import { toDebitView, VIEWED_COLUMNS, type DebitView } from "./debit-view"
import { toChargeback, toReceipt, toRefund } from "./money-finder"
import type { Page } from "./page"

export interface DebitFilter {
  /** Payment collections to look in; null for all of them. */
  payment_collection_ids: string[] | null
}


type Ledger = Pick<CatalystPayModuleService, "listAndCountDebits">

/** The views of a page of debits, newest first, and how many there are in all. */
export async function findDebitViews(ledger: Ledger, filter: DebitFilter, page: Page): Promise<[DebitView[], number]> {
  const { payment_collection_ids } = filter
  return find(ledger, payment_collection_ids ? { payment_collection_id: payment_collection_ids } : {}, page)
}

export async function findDebitView(ledger: Ledger, id: string): Promise<DebitView | null> {
  const [views] = await find(ledger, { id }, { limit: 1, offset: 0 })
  return views[0] ?? null
}

async function find(ledger: Ledger, where: Record<string, unknown>, page: Page): Promise<[DebitView[], number]> {
  const [debits, count] = await ledger.listAndCountDebits(where, {
    select: [...VIEWED_COLUMNS],
    relations: ["mandates", "events", "chargebacks", "refunds", "refund_receipts"],
    order: { created_at: "DESC", id: "DESC" },
    take: page.limit,
    skip: page.offset,
  })
  const views = debits.map(({ mandates, events, chargebacks, refunds, refund_receipts, ...debit }) =>
    toDebitView(
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
  )
  return [views, count]
}
