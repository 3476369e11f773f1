import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DebitRecord, EventSource } from "../debits/debit-record"
import { DEBITS, lockDebit, toDate, writeEvent } from "../debits/debit-rows"
import { addAmounts, isMoreThan, rawAmount, sumAmounts } from "./money"
import type { RefundReceiptRecord, RefundRecord } from "./money-facts"
import { allocateRefund, openAmount } from "./refund-allocation"
import { receiptOf, receiptsOf, RECEIPTS } from "./receipt-rows"

const REFUNDS = "catalystpay_refund"

export type NewRefund = Pick<RefundRecord, "medusa_refund_id" | "amount" | "due_at" | "inside_chargeback_window">
export type NewReceipt = Pick<RefundReceiptRecord, "transaction_id" | "amount" | "processed_at">

type RefundRow = RefundRecord & {
  raw_amount: string
  raw_confirmed_amount: string
  raw_merchant_amount: string
  updated_at: Date
  deleted_at: Date | null
}

/** Who says that a refund was paid out. */
export interface MarkedBy {
  /** Id of Medusa's user. */
  by: string
  note: string | null
}

/** Refunds that are due, and what CatalystPay reports of them. Rows and the debit's sums are written in one transaction. */
export class RefundStore {
  constructor(private readonly knex: () => Knex) {}

  /** A debit's, the oldest first. */
  async ofDebit(debitId: string): Promise<RefundRecord[]> {
    return listOf(this.knex(), debitId)
  }

  async receiptsOf(debitId: string): Promise<RefundReceiptRecord[]> {
    return receiptsOf(this.knex(), debitId)
  }

  async receiptOf(account: string, transactionId: string): Promise<RefundReceiptRecord | null> {
    return receiptOf(this.knex(), account, transactionId)
  }

  async byId(id: string): Promise<RefundRecord | null> {
    const row = await this.knex()<RefundRow>(REFUNDS).where({ id }).whereNull("deleted_at").first()
    return row ? toRecord(row) : null
  }

  /** Those that are not confirmed in full, the oldest first. @param before due earlier than this */
  async open(before: Date): Promise<RefundRecord[]> {
    const rows = await this.knex()<RefundRow>(REFUNDS)
      .whereNull("confirmed_at")
      .whereNull("deleted_at")
      .where("due_at", "<", before)
      .orderBy("due_at")
      .select<RefundRow[]>("*")
    return rows.map(toRecord)
  }

  /**
   * Writes a refund down that Medusa has booked, once for each of Medusa's.
   * @param fit how much of it the debit allows, asked while the debit is locked; what it throws writes nothing
   */
  async recordDue(
    debitId: string,
    refund: NewRefund,
    fit: (debit: DebitRecord, dues: RefundRecord[]) => string,
  ): Promise<void> {
    await this.knex().transaction(async (trx) => {
      const debit = await lockDebit(trx, debitId)
      const dues = await listOf(trx, debitId)
      if (dues.some(({ medusa_refund_id }) => medusa_refund_id === refund.medusa_refund_id)) {
        return
      }
      const amount = fit(debit, dues)
      await trx(REFUNDS).insert({
        ...refund,
        id: generateEntityId(undefined, "cpref"),
        debit_id: debitId,
        account: debit.account,
        currency_code: debit.currency_code,
        amount,
        raw_amount: rawAmount(amount),
        confirmed_amount: "0",
        raw_confirmed_amount: rawAmount("0"),
      })
      await sumUp(trx, debitId)
      const event = { type: "refund_due", source: "medusa", details: { amount } } as const
      await writeEvent(trx, debit, event, { from: debit.status, to: debit.status })
    })
  }

  /** Takes refunds back that Medusa does not know any more, because it gave them up after they were written here. */
  async withdraw(debitId: string, medusaRefundIds: string[]): Promise<void> {
    await this.knex().transaction(async (trx) => {
      const debit = await lockDebit(trx, debitId)
      const rows = await trx<RefundRow>(REFUNDS)
        .where({ debit_id: debitId, confirmed_amount: "0" })
        .whereIn("medusa_refund_id", medusaRefundIds)
        .whereNull("deleted_at")
        .update({ deleted_at: trx.fn.now(), updated_at: trx.fn.now() })
        .returning<RefundRow[]>("*")
      for (const row of rows) {
        const event = { type: "refund_withdrawn", source: "medusa", details: { amount: String(row.amount) } } as const
        await writeEvent(trx, debit, event, { from: debit.status, to: debit.status })
      }
      await sumUp(trx, debitId)
    })
  }

  /**
   * Counts a refund that CatalystPay reports, once for each transaction, and confirms the dues that it pays.
   * @returns the dues that are confirmed in full by it; null when it was known
   */
  async recordReceipt(debitId: string, receipt: NewReceipt, source: EventSource): Promise<string[] | null> {
    return this.knex().transaction(async (trx) => {
      const debit = await lockDebit(trx, debitId)
      if (await receiptOf(trx, debit.account, receipt.transaction_id)) {
        return null
      }
      const { confirmed, unasked } = allocateRefund(await listOf(trx, debitId), receipt.amount)
      await trx(RECEIPTS).insert({
        ...receipt,
        id: generateEntityId(undefined, "cprec"),
        debit_id: debitId,
        account: debit.account,
        currency_code: debit.currency_code,
        raw_amount: rawAmount(receipt.amount),
        unasked_amount: unasked,
        raw_unasked_amount: rawAmount(unasked),
      })
      for (const { id, confirmed_amount, merchant_amount, complete } of confirmed) {
        await trx(REFUNDS)
          .where({ id })
          .update({
            confirmed_amount,
            raw_confirmed_amount: rawAmount(confirmed_amount),
            merchant_amount,
            raw_merchant_amount: rawAmount(merchant_amount),
            ...(complete ? { confirmed_at: trx.fn.now() } : {}),
            updated_at: trx.fn.now(),
          })
      }
      await sumUp(trx, debitId)
      const step = { from: debit.status, to: debit.status }
      await writeEvent(trx, debit, { type: "refund_confirmed", source, details: { amount: receipt.amount } }, step)
      if (isMoreThan(unasked, "0")) {
        await writeEvent(trx, debit, { type: "refund_unasked", source, details: { amount: unasked } }, step)
      }
      return confirmed.filter(({ complete }) => complete).map(({ id }) => id)
    })
  }

  /**
   * Counts what is open of a due as paid out, by the merchant's word. One that was marked before, or that CatalystPay has
   * confirmed in full, stays as it is.
   */
  async markDone(debitId: string, id: string, { by, note }: MarkedBy): Promise<void> {
    await this.knex().transaction(async (trx) => {
      const debit = await lockDebit(trx, debitId)
      const due = (await listOf(trx, debitId)).find((refund) => refund.id === id)
      const amount = due ? openAmount(due) : "0"
      if (!due || !isMoreThan(amount, "0")) {
        return
      }
      const merchant_amount = addAmounts(due.merchant_amount, amount)
      await trx<RefundRow>(REFUNDS)
        .where({ id })
        .update({
          confirmed_amount: due.amount,
          raw_confirmed_amount: rawAmount(due.amount),
          merchant_amount,
          raw_merchant_amount: rawAmount(merchant_amount),
          confirmed_at: trx.fn.now(),
          marked_done_at: trx.fn.now(),
          marked_done_by: by,
          marked_done_note: note,
          updated_at: trx.fn.now(),
        })
      await sumUp(trx, debitId)
      const event = { type: "refund_confirmed", source: "merchant", details: { amount, by } } as const
      await writeEvent(trx, debit, event, { from: debit.status, to: debit.status })
    })
  }

  /** Medusa has booked what nobody had asked for. */
  async markBooked(receiptId: string): Promise<void> {
    await this.mark(RECEIPTS, receiptId, "booked_at")
  }

  /** The event of a receipt was emitted. */
  async markReceiptAnnounced(receiptId: string): Promise<void> {
    await this.mark(RECEIPTS, receiptId, "announced_at")
  }

  /** The event of a due was emitted. */
  async markDueAnnounced(id: string): Promise<void> {
    await this.mark(REFUNDS, id, "announced_at")
  }

  /** The event of a due's having been marked as paid out was emitted. */
  async markDoneAnnounced(id: string): Promise<void> {
    await this.mark(REFUNDS, id, "marked_done_announced_at")
  }

  private async mark(table: string, id: string, field: "booked_at" | "announced_at" | "marked_done_announced_at"): Promise<void> {
    const knex = this.knex()
    await knex(table)
      .where({ id })
      .whereNull(field)
      .update({ [field]: knex.fn.now(), updated_at: knex.fn.now() })
  }
}

/** The debit's sums are made anew from its rows: what is told twice cannot be added twice. */
async function sumUp(trx: Knex.Transaction, debitId: string): Promise<void> {
  const dues = await listOf(trx, debitId)
  const due = sumAmounts(dues.map(openAmount))
  const reported = (await receiptsOf(trx, debitId)).map(({ amount }) => amount)
  const refunded = sumAmounts([...reported, ...dues.map(({ merchant_amount }) => merchant_amount)])
  await trx(DEBITS)
    .where({ id: debitId })
    .update({
      refund_due_amount: due,
      raw_refund_due_amount: rawAmount(due),
      refunded_amount: refunded,
      raw_refunded_amount: rawAmount(refunded),
      updated_at: trx.fn.now(),
    })
}

async function listOf(knex: Knex, debitId: string): Promise<RefundRecord[]> {
  const rows = await knex<RefundRow>(REFUNDS)
    .where({ debit_id: debitId })
    .whereNull("deleted_at")
    .orderBy(["due_at", "id"])
    .select<RefundRow[]>("*")
  return rows.map(toRecord)
}

function toRecord(row: RefundRow): RefundRecord {
  const {
    raw_amount: _amount,
    raw_confirmed_amount: _confirmed,
    raw_merchant_amount: _merchant,
    updated_at: _updated,
    deleted_at: _deleted,
    ...record
  } = row
  return {
    ...record,
    amount: String(row.amount),
    confirmed_amount: String(row.confirmed_amount),
    due_at: new Date(row.due_at),
    confirmed_at: toDate(row.confirmed_at),
    merchant_amount: String(row.merchant_amount),
    marked_done_at: toDate(row.marked_done_at),
    announced_at: toDate(row.announced_at),
    marked_done_announced_at: toDate(row.marked_done_announced_at),
  }
}
