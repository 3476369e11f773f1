import { toDecimal } from "./money"
import type { ChargebackKind, ChargebackRecord, RefundReceiptRecord, RefundRecord } from "./money-facts"
import { explainReason, type ReasonView } from "./reason-codes"
import { openAmount } from "./refund-allocation"

/*
 * Money that went back, or is to go back, as the merchant sees it. Amounts are decimal strings in major units with the
 * currency's digits, times are ISO 8601.
 */

export interface ChargebackView {
  id: string
  debit_id: string
  account: string
  /** `return`: by the debtor's bank, `chargeback`: by the debtor. */
  kind: ChargebackKind
  amount: string
  currency_code: string
  /** With its meaning, an advice, and whether another attempt makes sense. */
  reason: ReasonView
  /** The bank's own words. */
  reason_message: string | null
  /** What the bank charges for it. */
  bank_fee: string | null
  arn: string | null
  reported_at: string | null
  /** When Medusa booked it as a refund that moves no money (option `chargebacks`). */
  booked_at: string | null
  created_at: string
}

export interface RefundView {
  id: string
  debit_id: string
  account: string
  medusa_refund_id: string
  amount: string
  /** How much counts as paid out: by CatalystPay's report, or by the merchant's word. */
  confirmed_amount: string
  /** What of that is the merchant's word alone, as long as CatalystPay does not report the same money. */
  merchant_amount: string
  /** What the merchant still has to pay out. */
  open_amount: string
  currency_code: string
  due_at: string
  confirmed_at: string | null
  /** The debtor could still charge the debit back when it was booked: the money may leave twice. */
  inside_chargeback_window: boolean
  /** That the merchant has paid it out; null where nobody said so. */
  marked_done: {
    at: string
    /** Id of Medusa's user. */
    by: string | null
    note: string | null
  } | null
}

export interface RefundReceiptView {
  id: string
  debit_id: string
  /** CatalystPay's id of the refund's transaction. */
  transaction_id: string
  amount: string
  /** What of it nobody had asked for in Medusa. */
  unasked_amount: string
  currency_code: string
  processed_at: string | null
  booked_at: string | null
}

export function chargebackView(row: ChargebackRecord): ChargebackView {
  const { id, debit_id, account, kind, currency_code, reason_code, reason_message, arn } = row
  return {
    id,
    debit_id,
    account,
    kind,
    amount: toDecimal(row.amount, currency_code),
    currency_code,
    reason: explainReason(reason_code),
    reason_message,
    bank_fee: row.bank_fee === null ? null : toDecimal(row.bank_fee, currency_code),
    arn,
    reported_at: isoTime(row.reported_at),
    booked_at: isoTime(row.booked_at),
    created_at: row.created_at.toISOString(),
  }
}

export function refundView(row: RefundRecord): RefundView {
  const { id, debit_id, account, medusa_refund_id, currency_code, inside_chargeback_window } = row
  return {
    id,
    debit_id,
    account,
    medusa_refund_id,
    amount: toDecimal(row.amount, currency_code),
    confirmed_amount: toDecimal(row.confirmed_amount, currency_code),
    merchant_amount: toDecimal(row.merchant_amount, currency_code),
    open_amount: toDecimal(openAmount(row), currency_code),
    currency_code,
    due_at: row.due_at.toISOString(),
    confirmed_at: isoTime(row.confirmed_at),
    inside_chargeback_window,
    marked_done: markedDone(row),
  }
}

function markedDone({ marked_done_at, marked_done_by, marked_done_note }: RefundRecord): RefundView["marked_done"] {
  return marked_done_at && { at: marked_done_at.toISOString(), by: marked_done_by, note: marked_done_note }
}

export function receiptView(row: RefundReceiptRecord): RefundReceiptView {
  const { id, debit_id, transaction_id, currency_code } = row
  return {
    id,
    debit_id,
    transaction_id,
    amount: toDecimal(row.amount, currency_code),
    unasked_amount: toDecimal(row.unasked_amount, currency_code),
    currency_code,
    processed_at: isoTime(row.processed_at),
    booked_at: isoTime(row.booked_at),
  }
}

function isoTime(time: Date | null): string | null {
  return time?.toISOString() ?? null
}
