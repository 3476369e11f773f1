import type { ChargebackRow, TransactionRow } from "../../../src/gateway"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { chargebacksOf, transactionsOf } from "../../../src/modules/catalystpay/outcomes/gateway-records"
import type { Bench } from "./bench"
import type { MoneyContext } from "./money-context"

/** What ledger and sandbox hold of a debit's money. */
export function moneyRecords(bench: Bench) {
  async function now(debit: DebitRecord): Promise<DebitRecord> {
    return (await bench.service.findById(debit.id)) ?? debit
  }

  async function eventsOf(debit: DebitRecord): Promise<string[]> {
    const rows = await bench
      .knex()<{ debit_id: string; type: string; created_at: Date; id: string }>("catalystpay_debit_event")
      .where({ debit_id: debit.id })
      .orderBy(["created_at", "id"])
      .select("type")
    return rows.map(({ type }) => type)
  }

  async function problemsOf(debit: DebitRecord) {
    const open = await bench.service.problems.listOpen({ debit_id: debit.id })
    return open.map(({ code, details }) => ({ code, details }))
  }

  async function chargebackRow({ context }: MoneyContext, debit: DebitRecord): Promise<ChargebackRow> {
    const [row] = await chargebacksOf(context, debit)
    if (!row) {
      throw new Error("The sandbox reports no chargeback.")
    }
    return row
  }

  async function saleRow({ context }: MoneyContext, debit: DebitRecord): Promise<TransactionRow> {
    const row = (await transactionsOf(context, debit)).find(({ type }) => type === "sdd_sale")
    if (!row) {
      throw new Error("The sandbox reports no sale.")
    }
    return row
  }

  async function refundRows({ context }: MoneyContext, debit: DebitRecord): Promise<TransactionRow[]> {
    return (await transactionsOf(context, debit)).filter(({ type }) => type === "sdd_refund")
  }

  return { now, eventsOf, problemsOf, chargebackRow, saleRow, refundRows }
}
