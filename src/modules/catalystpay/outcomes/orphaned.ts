import type { DebitRecord } from "../debits/debit-record"
import { DEBIT_ORPHANED_EVENT, idsOfDebit } from "../events"
import type { LedgerContext } from "../ledger-context"

/**
 * The debit stands without an order: it was submitted and cannot be called back, and Medusa will not keep its money.
 * The merchant has to refund it at CatalystPay.
 */
export async function recordOrphaned(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  if (debit.orphaned_at) {
    return debit
  }
  context.logger.warn(
    `Debit ${debit.id} has no order to pay for, and a submitted debit cannot be called back: refund it at CatalystPay.`,
  )
  const orphaned = await context.store.note(debit.id, { orphaned_at: context.now() }, { type: "orphaned", source: "medusa" })
  await context.emit(DEBIT_ORPHANED_EVENT, idsOfDebit(orphaned))
  return orphaned
}

/** An order stands after all that the debit pays for: there is nothing to refund. */
export async function recordOrderFound(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  return context.store.note(debit.id, { orphaned_at: null }, { type: "order_found", source: "medusa" })
}
