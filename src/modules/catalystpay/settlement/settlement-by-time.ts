import { GatewayError } from "../../../gateway"
import { applyChargebackRow } from "../money/chargebacks"
import type { DebitRecord } from "../debits/debit-record"
import { chargebacksOf, transactionsOf } from "../outcomes/gateway-records"
import type { LedgerContext } from "../ledger-context"
import { nameByRecords } from "../outcomes/nameless"
import { canSettle, recordSettled } from "./settlement"
import { applyTransactionRow } from "../money/transaction-rows"

/** How an attempt to settle a debit by time ended. */
export type SettledByTime =
  | { kind: "settled"; debit: DebitRecord }
  /** It came back, which no webhook had told, or a row of it is not decided yet. */
  | { kind: "contradicted" }
  /** The API did not answer: it may have bounced unnoticed, so it is settled later. */
  | { kind: "unanswered"; why: string }

/** Settles a debit whose time has come, after what CatalystPay's records know of it was applied: it may have bounced unnoticed. */
export async function settleByTime(context: LedgerContext, debit: DebitRecord): Promise<SettledByTime> {
  let contradicted: boolean
  try {
    contradicted = await applyRecords(context, debit)
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    return { kind: "unanswered", why: error.message }
  }
  const now = await read(context, debit)
  if (now.settled_at) {
    return { kind: "settled", debit: now }
  }
  if (contradicted || !canSettle(now)) {
    return { kind: "contradicted" }
  }
  const { afterBusinessDays: days } = context.settings.settlement
  const reason = `${days} TARGET business days without a return`
  return { kind: "settled", debit: await recordSettled(context, now, { source: "store", details: { reason } }) }
}

/** @returns whether a row speaks of other money, or is not decided yet */
async function applyRecords(context: LedgerContext, found: DebitRecord): Promise<boolean> {
  const transactions = await transactionsOf(context, found)
  const debit = await nameByRecords(context, found, transactions)
  const chargebacks = await chargebacksOf(context, debit)
  let contradicted = false
  for (const row of transactions) {
    const verdict = await applyTransactionRow(context, await read(context, debit), row)
    contradicted ||= row.type !== "sdd_refund" && (verdict === "mismatch" || verdict === "undecided")
  }
  for (const row of chargebacks) {
    contradicted ||= (await applyChargebackRow(context, await read(context, debit), row)) === "mismatch"
  }
  return contradicted
}

async function read(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  return (await context.store.byId(debit.id)) ?? debit
}
