import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import type { LedgerContext } from "../../../src/modules/catalystpay/ledger-context"
import { recordSettledStatus, type SettlementRow } from "../../../src/modules/catalystpay/settlement/settlement"
import { APPROVED } from "../../http/support/ibans"
import { readyDebit, type Bench } from "../support/bench"
import { ownContext } from "../support/own-context"

const SETTLED: SettlementRow = { type: "sdd_sale", status: "settled", amount: "29.99", currency: "EUR" }
const LONG_AGO = "now() - interval '30 days'"

export function settling(bench: Bench): void {
  async function approved(): Promise<DebitRecord> {
    const debit = await bench.service.advance(await readyDebit(bench, APPROVED))
    expect(debit.status).toBe("approved")
    return debit
  }

  async function approvedLongAgo(): Promise<DebitRecord> {
    const { id } = await approved()
    await change(id, `approved_at = ${LONG_AGO}`)
    return read(id)
  }

  async function change(id: string, what: string): Promise<void> {
    await bench.knex().raw(`update catalystpay_debit set ${what} where id = ?`, [id])
  }

  async function read(id: string): Promise<DebitRecord> {
    const debit = await bench.service.findById(id)
    if (!debit) {
      throw new Error("The debit is gone.")
    }
    return debit
  }

  const context = (told: string[] = []): LedgerContext =>
    ownContext(bench, { emit: async (name, { id }) => void told.push(`${name} ${id}`) })

  const settledEvents = async (id: string): Promise<unknown[]> =>
    bench.knex()("catalystpay_debit_event").where({ debit_id: id, type: "settled" }).select("source", "details")

  it("is written down and told once by the status of its transaction, however many say so at once", async () => {
    const debit = await approved()
    const told: string[] = []
    const all = await Promise.all(Array.from({ length: 10 }, () => recordSettledStatus(context(told), debit, SETTLED)))
    expect(new Set(all.map(({ settled_at }) => settled_at?.getTime())).size).toBe(1)
    expect(all[0]?.settled_at).toBeInstanceOf(Date)
    expect(told).toEqual([`catalystpay.debit.settled ${debit.id}`])
    expect(await settledEvents(debit.id)).toEqual([{ source: "reconciliation", details: { transaction_status: "settled" } }])
  })

  it.each([
    ["another status", { status: "approved" as const }],
    ["another amount", { amount: "29.98" }],
    ["another currency", { currency: "USD" }],
    ["a refund", { type: "sdd_refund" as const }],
  ])("is not settled by a row of %s", async (_what, other) => {
    const debit = await approved()
    expect(await recordSettledStatus(context(), debit, { ...SETTLED, ...other })).toMatchObject({ settled_at: null })
  })

  it("is not settled when its money came back after the row was read", async () => {
    const debit = await approved()
    await change(debit.id, "returned_at = now()")
    expect(await recordSettledStatus(context(), debit, SETTLED)).toMatchObject({ settled_at: null })
    expect(await settledEvents(debit.id)).toEqual([])
  })

  it("is due by time when it was approved long ago and nothing went back", async () => {
    const due = await approvedLongAgo()
    await approved()
    const returned = await approvedLongAgo()
    await change(returned.id, "returned_at = now()")
    const disputed = await approvedLongAgo()
    await change(disputed.id, "charged_back_amount = 1")
    const ids = (await bench.service.upkeep.dueToSettle(100, "")).map(({ id }) => id)
    expect(ids).toEqual([due.id])
    expect(await bench.service.upkeep.dueToSettle(100, due.id)).toEqual([])
  })

  it("is settled by time when CatalystPay's records know of no return", async () => {
    const debit = await approvedLongAgo()
    expect(await bench.service.upkeep.settle(debit)).toMatchObject({ kind: "settled", debit: { settled_at: expect.any(Date) as unknown } })
    expect(await settledEvents(debit.id)).toEqual([
      { source: "store", details: { reason: "5 TARGET business days without a return" } },
    ])
    expect(await bench.service.upkeep.dueToSettle(100, "")).toEqual([])
  })

  it("is settled by time also where its settled transaction has a word that nobody listed", async () => {
    bench.sandbox.switches["transaction-words"] = "unseen"
    const debit = await approvedLongAgo()
    bench.sandbox.settle(debit.transaction_id ?? "")
    expect(await bench.service.upkeep.settle(debit)).toMatchObject({ kind: "settled" })
    bench.sandbox.switches["transaction-words"] = "settled"
  })

  it("is not settled by time when it bounced and no webhook told so", async () => {
    const debit = await approvedLongAgo()
    bench.sandbox.bounce(debit.transaction_id ?? "", "AM04")
    expect(await bench.service.upkeep.settle(debit)).toEqual({ kind: "contradicted" })
    expect(await read(debit.id)).toMatchObject({ settled_at: null })
  })

  it("is not settled by time when it was charged back and no webhook told so", async () => {
    const debit = await approvedLongAgo()
    bench.sandbox.chargeBack(debit.transaction_id ?? "", { reason_code: "MD06" })
    expect(await bench.service.upkeep.settle(debit)).toEqual({ kind: "contradicted" })
  })

  it("is settled later when the records cannot be read", async () => {
    const debit = await approvedLongAgo()
    bench.gateway.script("chargebacks", { status: 500, body: {} })
    await change(debit.id, "account = 'scripted'")
    expect(await bench.service.upkeep.settle(await read(debit.id))).toMatchObject({ kind: "unanswered" })
    expect(await read(debit.id)).toMatchObject({ settled_at: null })
  })
}
