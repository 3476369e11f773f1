import type { DebitRecord, EventSource } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"

/** The money that somebody spoke of; amounts are decimal strings in major units. */
export interface OtherMoney {
  amount: string | null
  currency: string | null
  /** What spoke of it: a webhook's name, or a kind of row. */
  event: string
}

/**
 * CatalystPay speaks of other money than the ledger: nothing is applied, the merchant is told. Told again, it is the same
 * problem, and no further event.
 */
export async function reportMismatch(
  context: LedgerContext,
  debit: DebitRecord,
  found: OtherMoney,
  source: EventSource,
): Promise<void> {
  const details = {
    found: `${found.amount ?? debit.amount} ${(found.currency ?? debit.currency_code).toUpperCase()}`,
    expected: `${debit.amount} ${debit.currency_code.toUpperCase()}`,
  }
  const open = await context.problems.listOpen({ code: "amount_mismatch", debit_id: debit.id })
  if (!open.some((problem) => problem.details?.found === details.found)) {
    await context.store.note(debit.id, {}, { type: "amount_mismatch", source, details: { event: found.event } })
  }
  const { id: debit_id, account, order_id } = debit
  await context.problems.open({ code: "amount_mismatch", subject: debit_id, debit_id, account, order_id, details })
}
