import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { toDate } from "../debits/debit-rows"
import type { RefundReceiptRecord } from "./money-facts"

export const RECEIPTS = "catalystpay_refund_receipt"

type ReceiptRow = RefundReceiptRecord & {
  raw_amount: string
  raw_unasked_amount: string
  created_at: Date
  updated_at: Date
  deleted_at: Date | null
}

/** What CatalystPay reported as refunded of a debit, the oldest first. */
export async function receiptsOf(knex: Knex, debitId: string): Promise<RefundReceiptRecord[]> {
  const rows = await knex<ReceiptRow>(RECEIPTS)
    .where({ debit_id: debitId })
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
    .select<ReceiptRow[]>("*")
  return rows.map(toRecord)
}

/** The receipt of a refund's transaction, whichever debit it was counted for. */
export async function receiptOf(knex: Knex, account: string, transactionId: string): Promise<RefundReceiptRecord | null> {
  const row = await knex<ReceiptRow>(RECEIPTS).where({ account, transaction_id: transactionId }).whereNull("deleted_at").first()
  return row ? toRecord(row) : null
}

function toRecord(row: ReceiptRow): RefundReceiptRecord {
  const {
    raw_amount: _amount,
    raw_unasked_amount: _unasked,
    created_at: _created,
    updated_at: _updated,
    deleted_at: _deleted,
    ...record
  } = row
  return {
    ...record,
    amount: String(row.amount),
    unasked_amount: String(row.unasked_amount),
    processed_at: toDate(row.processed_at),
    booked_at: toDate(row.booked_at),
    announced_at: toDate(row.announced_at),
  }
}
