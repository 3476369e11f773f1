import type { TransactionRow } from "../../../gateway"
import { reportMismatch } from "../outcomes/amount-mismatch"
import type { DebitRecord } from "../debits/debit-record"
import { CatalystPayError } from "../errors"
import type { LedgerContext } from "../ledger-context"
import { addAmounts, currencyDigits, isMoreThan, leastAmount, subtractAmounts, sumAmounts } from "./money"
import { tellOfMoney } from "./money-news"
import type { RefundRecord } from "./money-facts"
import type { MarkedBy } from "./refund-store"
import { speaksOfOtherCurrency } from "../outcomes/outcome"
import { openAmount } from "./refund-allocation"
import { isOverdue } from "./refund-overdue"
import { toMoment, type RowVerdict } from "./row-verdict"
import { isFailure, isUndecided } from "./transaction-words"

const DAY_MS = 24 * 60 * 60 * 1000
/** The debtor may charge a SEPA debit back without a reason for so long. */
const CHARGEBACK_WINDOW_MS = 8 * 7 * DAY_MS

/** A refund that Medusa has booked. */
export interface BookedRefund {
  /** Medusa's id of it: a refund that is tried again after Medusa gave it up has another. */
  medusa_refund_id: string
  /** Decimal string in major units, with the currency's digits. */
  amount: string
}

/**
 * Writes down that the merchant owes the debtor money, because CatalystPay has no refund API; once for each of Medusa's
 * refunds.
 * @throws CatalystPayError `refund_exceeds_debit` when less than that is left of the debit
 */
export async function recordRefundDue(context: LedgerContext, debit: DebitRecord, refund: BookedRefund): Promise<DebitRecord> {
  const due_at = context.now()
  const inside_chargeback_window = isInsideChargebackWindow(debit, due_at)
  await context.refunds.recordDue(debit.id, { ...refund, due_at, inside_chargeback_window }, (locked, dues) =>
    fitRefund(locked, dues, refund.amount),
  )
  await context.faults.at("after_refund_was_recorded", debit.id)
  context.logger.warn(
    `Debit ${debit.id}: a refund of ${refund.amount} ${debit.currency_code.toUpperCase()} is due to the debtor.` +
      (inside_chargeback_window
        ? " The debtor can still charge the debit back without a reason, refunded or not: the money may leave twice."
        : ""),
  )
  await tellOfMoney(context, debit.id)
  return (await context.store.byId(debit.id)) ?? debit
}

/** Pure: refunding now and being charged back afterwards loses the money twice, and there is no defence. */
export function isInsideChargebackWindow(debit: Pick<DebitRecord, "submitted_at" | "created_at">, now: Date): boolean {
  return now.getTime() - (debit.submitted_at ?? debit.created_at).getTime() < CHARGEBACK_WINDOW_MS
}

/**
 * Pure: how much of a refund the debit allows. Medusa's amounts are unrounded, so that the last of several refunds may
 * be more than what is left by a rounding: at most the currency's smallest unit.
 * @throws CatalystPayError `refund_exceeds_debit`
 */
export function fitRefund(debit: DebitRecord, dues: Pick<RefundRecord, "amount" | "confirmed_amount">[], amount: string): string {
  const gone = sumAmounts([debit.charged_back_amount, debit.refunded_amount, ...dues.map(openAmount)])
  const left = subtractAmounts(debit.captured_amount, gone)
  const unit = smallestUnit(debit.currency_code)
  if (!isMoreThan(left, "0") || isMoreThan(amount, addAmounts(left, unit))) {
    throw new CatalystPayError("refund_exceeds_debit", { developer: whyTooMuch(debit, amount, left) })
  }
  return leastAmount(amount, left)
}

function smallestUnit(currencyCode: string): string {
  return (10 ** -currencyDigits(currencyCode)).toFixed(currencyDigits(currencyCode))
}

function whyTooMuch(debit: DebitRecord, amount: string, left: string): string {
  const currency = debit.currency_code.toUpperCase()
  const rest = isMoreThan(left, "0") ? left : "0"
  const chargedBack = isMoreThan(debit.charged_back_amount, "0")
    ? ` The debtor's bank took ${debit.charged_back_amount} ${currency} back already.`
    : ""
  return `A refund of ${amount} ${currency} is more than the ${rest} ${currency} that are left of this debit.${chargedBack}`
}

/** Takes back what was written down for refunds that Medusa gave up. */
export async function withdrawRefunds(context: LedgerContext, debitId: string, medusaRefundIds: string[]): Promise<void> {
  if (medusaRefundIds.length > 0) {
    await context.refunds.withdraw(debitId, medusaRefundIds)
    await tellOfMoney(context, debitId)
  }
}

/**
 * Counts a refund that CatalystPay reports, once for each transaction, whoever asked for it: it confirms what is due, and
 * what nobody had asked for is booked in Medusa afterwards.
 */
export async function applyRefundRow(context: LedgerContext, debit: DebitRecord, row: TransactionRow): Promise<RowVerdict> {
  if (isFailure(row.status)) {
    return "irrelevant"
  }
  const transaction_id = row.id ?? row.merchant_transaction_id
  if (isUndecided(row.status) || transaction_id === null) {
    return "undecided"
  }
  if (row.amount === null || isMoreThan(row.amount, debit.amount) || speaksOfOtherCurrency(debit, row.currency)) {
    await reportMismatch(context, debit, { ...row, event: "refund" }, "reconciliation")
    return "mismatch"
  }
  const receipt = { transaction_id, amount: row.amount, processed_at: toMoment(row.date_processed) }
  const confirmed = await context.refunds.recordReceipt(debit.id, receipt, "reconciliation")
  await context.faults.at("after_receipt_was_recorded", debit.id)
  for (const id of confirmed ?? []) {
    await context.problems.close("refund_overdue", id)
  }
  if (confirmed) {
    await context.problems.close("event_unmatched", transaction_id)
  }
  await tellOfMoney(context, debit.id)
  return confirmed ? "applied" : "known"
}

/**
 * The merchant says that a refund was paid out, at CatalystPay or by bank transfer; once for each. What CatalystPay reports
 * of the same money later counts no second time.
 * @throws CatalystPayError `refund_not_found`
 */
export async function markRefundDone(context: LedgerContext, id: string, marked: MarkedBy): Promise<RefundRecord> {
  const due = await context.refunds.byId(id)
  if (!due) {
    throw new CatalystPayError("refund_not_found", { developer: "There is no such refund." })
  }
  await context.refunds.markDone(due.debit_id, id, marked)
  await context.problems.close("refund_overdue", id)
  await tellOfMoney(context, due.debit_id)
  return (await context.refunds.byId(id)) ?? due
}

/**
 * Opens the problem of each refund that has been due for more than 7 days, and closes it for those that were paid.
 * @returns the debits that a refund is due of, overdue or not
 */
export async function findOverdueRefunds(context: LedgerContext): Promise<string[]> {
  const now = context.now()
  const due = await context.refunds.open(now)
  for (const refund of due.filter(({ due_at }) => isOverdue(due_at, now))) {
    await context.problems.open({
      code: "refund_overdue",
      subject: refund.id,
      debit_id: refund.debit_id,
      account: refund.account,
      details: { amount: openAmount(refund), currency: refund.currency_code.toUpperCase() },
    })
  }
  const ids = new Set(due.map(({ id }) => id))
  for (const { key } of await context.problems.listOpen({ code: "refund_overdue" })) {
    const id = key.slice(key.indexOf(":") + 1)
    if (!ids.has(id)) {
      await context.problems.close("refund_overdue", id)
    }
  }
  return [...new Set(due.map(({ debit_id }) => debit_id))]
}
