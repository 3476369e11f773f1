import type { CallOptions, ChargebackRow, Page, TransactionRow } from "../../../gateway"
import { isNameless } from "../debits/collect-mode"
import type { DebitRecord } from "../debits/debit-record"
import { mayBeUnnamedAttempt } from "./nameless"
import type { LedgerContext } from "../ledger-context"

const DAY_MS = 24 * 60 * 60 * 1000
const PAGE_SIZE = 200
/** A look-up is for one debit: a store with more rows in its days is read by the reconciliation, page by page. */
const MOST_PAGES = 25
/** The pages don't say whose midnight bounds a day, nor whether the last day belongs to a window. */
const MARGIN_DAYS = 2
const MOST_DAYS = 90

/** What CatalystPay's reconciliation API knows of one debit: proof that a GET of the session cannot give. */
export interface GatewayRecords {
  transactions: TransactionRow[]
  chargebacks: ChargebackRow[]
}

/**
 * Looks for a debit's transactions: its attempts by reference or id, its refunds by reference; of one that was paid under
 * an id that nobody knows yet, the attempts that may be its own.
 * @param also ids of further transactions that a webhook names
 * @throws GatewayError when the API cannot be asked
 */
export async function transactionsOf(
  context: LedgerContext,
  debit: DebitRecord,
  also: string[] = [],
  options: CallOptions = {},
): Promise<TransactionRow[]> {
  const gateway = context.gateway(debit.account)
  const belongs = (row: TransactionRow) =>
    isOfDebit(debit, row) ||
    (row.id !== null && also.includes(row.id)) ||
    (isNameless(debit) && mayBeUnnamedAttempt(context.settings, debit, row))
  return collect(windowsOf(debit, context.now()), belongs, (window) =>
    gateway.transactionPages({ ...window, page_size: PAGE_SIZE }, options),
  )
}

/** Looks for the chargebacks of a debit. @throws GatewayError when the API cannot be asked */
export async function chargebacksOf(context: LedgerContext, debit: DebitRecord): Promise<ChargebackRow[]> {
  const gateway = context.gateway(debit.account)
  const belongs = (row: ChargebackRow) => isOfDebit(debit, { ...row, id: row.transaction_id })
  return collect(windowsOf(debit, context.now()), belongs, (window) => gateway.chargebackPages({ ...window, page_size: PAGE_SIZE }))
}

/** Looks for one transaction among what was reported lately. @throws GatewayError when the API cannot be asked */
export async function recentTransaction(context: LedgerContext, account: string, id: string): Promise<TransactionRow | null> {
  const gateway = context.gateway(account)
  const windows = [windowAround(context.now(), context.now())]
  const isIt = (row: TransactionRow) => row.id === id
  const found = await collect(windows, isIt, (window) => gateway.transactionPages({ ...window, page_size: PAGE_SIZE }))
  return found[0] ?? null
}

type Ids = Pick<TransactionRow, "id" | "transaction_id" | "merchant_transaction_id" | "tenant_reference_id">

/** Pure: whether a row speaks of one of the debit's transactions. */
export function isOfDebit(debit: DebitRecord, row: Ids): boolean {
  const same = (one: string | null, other: string | null) => one !== null && one === other
  return (
    same(row.tenant_reference_id, debit.reference) ||
    same(row.id, debit.transaction_id) ||
    same(row.merchant_transaction_id, debit.merchant_transaction_id) ||
    same(row.transaction_id, debit.gateway_reference)
  )
}

interface Window {
  start_date: string
  end_date: string
}

/**
 * Pure: the days in which rows of a debit may stand, the newest first: those around now, where something was just
 * reported, and those around its submission.
 */
export function windowsOf(debit: Pick<DebitRecord, "submitted_at" | "created_at">, now: Date): Window[] {
  const submitted = debit.submitted_at ?? debit.created_at
  const recent = windowAround(now, now)
  const apart = now.getTime() - submitted.getTime() > MARGIN_DAYS * 2 * DAY_MS
  return apart ? [recent, windowAround(submitted, submitted)] : [windowAround(submitted, now)]
}

function windowAround(from: Date, to: Date): Window {
  const end = Math.min(to.getTime() + MARGIN_DAYS * DAY_MS, from.getTime() + (MOST_DAYS - MARGIN_DAYS) * DAY_MS)
  return { start_date: day(from.getTime() - MARGIN_DAYS * DAY_MS), end_date: day(end) }
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

async function collect<Row>(
  windows: Window[],
  belongs: (row: Row) => boolean,
  read: (window: Window) => AsyncIterable<Page<Row>>,
): Promise<Row[]> {
  const found: Row[] = []
  for (const window of windows) {
    let pages = 0
    for await (const { rows } of read(window)) {
      found.push(...rows.filter(belongs))
      pages += 1
      if (pages >= MOST_PAGES) {
        break
      }
    }
  }
  return found
}
