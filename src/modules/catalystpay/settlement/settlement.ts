import type { TransactionRow } from "../../../gateway"
import type { DebitRecord, NewDebitEvent } from "../debits/debit-record"
import { DEBIT_SETTLED_EVENT, idsOfDebit } from "../events"
import type { LedgerContext } from "../ledger-context"
import type { Settings } from "../options"
import { speaksOfOtherMoney } from "../outcomes/outcome"
import { addBusinessDays, targetDay, type Day } from "./target-calendar"

type Money = Pick<DebitRecord, "status" | "approved_at" | "settled_at" | "returned_at" | "charged_back_amount">

/** What of a row of CatalystPay's transactions says that the money arrived. */
export type SettlementRow = Pick<TransactionRow, "type" | "status" | "amount" | "currency">

/** Pure: whether the money of a debit can still come to be settled: it was approved, and nothing of it went back. */
export function canSettle(debit: Money): boolean {
  const { status, settled_at, returned_at, charged_back_amount } = debit
  return status === "approved" && !settled_at && !returned_at && Number(charged_back_amount) === 0
}

/** Pure: whether a row says so in one of the words of the option `settlement.statuses`. */
export function isSettledRow(row: Pick<SettlementRow, "type" | "status">, settlement: Settings["settlement"]): boolean {
  const isSale = row.type === "sdd_sale" || row.type === "unknown"
  return isSale && row.status !== null && settlement.statuses.includes(row.status)
}

/** Pure: whether so many TARGET business days have passed since the approval that its last day is over. */
export function isSettledByTime(debit: Money, settlement: Settings["settlement"], now: Date): boolean {
  return (
    canSettle(debit) &&
    debit.approved_at !== null &&
    addBusinessDays(targetDay(debit.approved_at), settlement.afterBusinessDays) < targetDay(now)
  )
}

/** Pure: debits approved before this day may be settled by time, those on it or later are not. */
export function firstDayStillOpen(settlement: Settings["settlement"], now: Date): Day {
  return addBusinessDays(targetDay(now), -settlement.afterBusinessDays)
}

/**
 * Writes down that a debit was settled when a row of CatalystPay's transactions says so; a second time changes nothing.
 * The row is the API's own word, not a webhook's.
 */
export async function recordSettledStatus(context: LedgerContext, debit: DebitRecord, row: SettlementRow): Promise<DebitRecord> {
  const settles =
    canSettle(debit) &&
    isSettledRow(row, context.settings.settlement) &&
    !speaksOfOtherMoney(debit, row.amount, row.currency)
  return settles
    ? recordSettled(context, debit, { source: "reconciliation", details: { transaction_status: row.status } })
    : debit
}

/** Writes it down once, and tells. */
export async function recordSettled(context: LedgerContext, debit: DebitRecord, event: Omit<NewDebitEvent, "type">): Promise<DebitRecord> {
  const patch = { settled_at: context.now() }
  const written = await context.store.noteOnce(debit.id, canSettle, patch, { ...event, type: "settled" })
  if (written.first) {
    await context.emit(DEBIT_SETTLED_EVENT, idsOfDebit(written.debit))
  }
  return written.debit
}
