import type { DebitRecord } from "../debits/debit-record"
import { CHARGEBACK_CREATED_EVENT, REFUND_CONFIRMED_EVENT, REFUND_DUE_EVENT } from "../events"
import type { LedgerContext } from "../ledger-context"
import { addAmounts, isMoreThan, leastAmount, subtractAmounts } from "./money"

/**
 * Pure: how much of a debit went back twice: to the debtor as a refund, due or paid, and to the debtor's bank.
 * @returns a decimal string in major units; null when nothing did
 */
export function lostTwice(
  debit: Pick<DebitRecord, "amount" | "refund_due_amount" | "refunded_amount" | "charged_back_amount">,
): string | null {
  const refunded = addAmounts(debit.refund_due_amount, debit.refunded_amount)
  const excess = subtractAmounts(addAmounts(refunded, debit.charged_back_amount), debit.amount)
  const lost = leastAmount(excess, debit.charged_back_amount)
  return isMoreThan(lost, "0") ? lost : null
}

/**
 * Tells what is known of a debit's money and was not told yet: events, and the problem of money that left twice. What a
 * process died before telling is told by the next caller, maybe a second time, never not at all.
 */
export async function tellOfMoney(context: LedgerContext, debitId: string): Promise<void> {
  const debit = await context.store.byId(debitId)
  if (!debit) {
    return
  }
  await announceChargebacks(context, debit)
  await announceRefunds(context, debit)
  const lost = lostTwice(debit)
  const { id: debit_id, account, order_id, currency_code } = debit
  if (lost) {
    const details = { amount: lost, currency: currency_code.toUpperCase() }
    await context.problems.open({ code: "chargeback_after_refund", subject: debit_id, debit_id, account, order_id, details })
  } else {
    await context.problems.close("chargeback_after_refund", debit_id)
  }
}

async function announceChargebacks(context: LedgerContext, debit: DebitRecord): Promise<void> {
  for (const { id, kind, reason_code, announced_at } of await context.chargebacks.ofDebit(debit.id)) {
    if (!announced_at) {
      await context.emit(CHARGEBACK_CREATED_EVENT, { ...idsOf(debit), chargeback_id: id, kind, reason_code })
      await context.chargebacks.markAnnounced(id)
    }
  }
}

async function announceRefunds(context: LedgerContext, debit: DebitRecord): Promise<void> {
  for (const { id, announced_at, marked_done_at, marked_done_announced_at } of await context.refunds.ofDebit(debit.id)) {
    if (!announced_at) {
      await context.emit(REFUND_DUE_EVENT, { ...idsOf(debit), refund_id: id })
      await context.refunds.markDueAnnounced(id)
    }
    if (marked_done_at && !marked_done_announced_at) {
      await context.emit(REFUND_CONFIRMED_EVENT, { ...idsOf(debit), refund_id: id })
      await context.refunds.markDoneAnnounced(id)
    }
  }
  for (const { id, announced_at } of await context.refunds.receiptsOf(debit.id)) {
    if (!announced_at) {
      await context.emit(REFUND_CONFIRMED_EVENT, { ...idsOf(debit), receipt_id: id })
      await context.refunds.markReceiptAnnounced(id)
    }
  }
}

/** As in the events of a debit: ids only, for events are kept in queues and logs. */
function idsOf({ id, payment_session_id }: DebitRecord): Record<string, string> {
  return { id, payment_session_id }
}
