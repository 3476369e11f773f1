import type { ChargebackRow } from "../../../gateway"
import { reportMismatch } from "../outcomes/amount-mismatch"
import type { FoundChargeback } from "./chargeback-store"
import type { DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"
import { isMoreThan } from "./money"
import { tellOfMoney } from "./money-news"
import { speaksOfOtherCurrency } from "../outcomes/outcome"
import { toMoment, type RowVerdict } from "./row-verdict"
import { isFailure } from "./transaction-words"

/**
 * Writes a chargeback down that the reconciliation API reports. It counts once however often, in whatever order and by
 * however many servers it is told, before the debit was captured as well as after; it undoes no refund and no approval
 * undoes it.
 */
export async function applyChargebackRow(context: LedgerContext, debit: DebitRecord, row: ChargebackRow): Promise<RowVerdict> {
  // A chargeback that came to nothing took no money.
  if (isFailure(row.status)) {
    return "irrelevant"
  }
  const gateway_id = row.id ?? row.adapter_unique_id ?? row.arn
  if (gateway_id === null) {
    return unidentified(context, debit)
  }
  if (row.amount === null || isMoreThan(row.amount, debit.amount) || speaksOfOtherCurrency(debit, row.currency)) {
    await reportMismatch(context, debit, { ...row, event: "chargeback" }, "reconciliation")
    return "mismatch"
  }
  const { amount, reason_code, reason_message, arn } = row
  const found = {
    gateway_id,
    kind: "chargeback",
    amount,
    currency_code: debit.currency_code,
    reason_code,
    reason_message,
    bank_fee: row.cb_bank_fee,
    arn,
    reported_at: toMoment(row.report_date),
  } as const
  return countTakenBack(context, debit, found)
}

/** Counts money that the debtor's bank took back, once for each of the gateway's ids, and tells of it. */
export async function countTakenBack(context: LedgerContext, debit: DebitRecord, found: FoundChargeback): Promise<RowVerdict> {
  const isNew = await context.chargebacks.record(debit.id, found, "reconciliation")
  await context.faults.at("after_chargeback_was_recorded", debit.id)
  await tellOfMoney(context, debit.id)
  return isNew ? "applied" : "known"
}

/** Without any id it could not be told from the next one, and would count each time it is read. */
async function unidentified(context: LedgerContext, debit: DebitRecord): Promise<RowVerdict> {
  const { id: debit_id, account, order_id } = debit
  const details = { event: "chargeback" }
  await context.problems.open({ code: "event_unmatched", subject: debit_id, debit_id, account, order_id, details })
  return "irrelevant"
}
