import type { CatalystPayModuleService } from ".."
import type { Page } from "../page"
import type { ChargebackRecord, RefundReceiptRecord, RefundRecord } from "./money-facts"
import { chargebackView, refundView, type ChargebackView, type RefundView } from "./money-view"

type Ledger = Pick<CatalystPayModuleService, "listAndCountChargebacks" | "listAndCountRefunds">

/** Medusa's generated methods give amounts as numbers; the ledger's are decimal strings. */
type Listed<Row, Amounts extends keyof Row> = Omit<Row, Amounts> & { [Amount in Amounts]: string | number | (Row[Amount] & null) }

export interface MoneyFilter {
  /** Null for all debits. */
  debit_ids: string[] | null
  account?: string
}

function matching({ debit_ids, account }: MoneyFilter): { debit_id?: string[]; account?: string } {
  return { ...(debit_ids ? { debit_id: debit_ids } : {}), ...(account === undefined ? {} : { account }) }
}

/** Chargebacks and returns, the newest first, and how many there are. */
export async function findChargebackViews(ledger: Ledger, filter: MoneyFilter, page: Page): Promise<[ChargebackView[], number]> {
  const [rows, count] = await ledger.listAndCountChargebacks(matching(filter), {
    order: { created_at: "DESC", id: "DESC" },
    take: page.limit,
    skip: page.offset,
  })
  return [rows.map((row) => chargebackView(toChargeback(row))), count]
}

/** Refunds that Medusa has booked, the newest first, and how many there are. */
export async function findRefundViews(
  ledger: Ledger,
  filter: MoneyFilter & { open: boolean },
  page: Page,
): Promise<[RefundView[], number]> {
  const where = { ...matching(filter), ...(filter.open ? { confirmed_at: null } : {}) }
  const [rows, count] = await ledger.listAndCountRefunds(where, {
    order: { due_at: "DESC", id: "DESC" },
    take: page.limit,
    skip: page.offset,
  })
  return [rows.map((row) => refundView(toRefund(row))), count]
}

export function toChargeback(row: Listed<ChargebackRecord, "amount" | "bank_fee">): ChargebackRecord {
  return { ...row, amount: String(row.amount), bank_fee: row.bank_fee === null ? null : String(row.bank_fee) }
}

export function toRefund(row: Listed<RefundRecord, "amount" | "confirmed_amount" | "merchant_amount">): RefundRecord {
  return { ...row, amount: String(row.amount), confirmed_amount: String(row.confirmed_amount), merchant_amount: String(row.merchant_amount) }
}

export function toReceipt(row: Listed<RefundReceiptRecord, "amount" | "unasked_amount">): RefundReceiptRecord {
  return { ...row, amount: String(row.amount), unasked_amount: String(row.unasked_amount) }
}
