import { DataRights } from "../../../src/modules/catalystpay/data-rights"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { findOverdueRefunds, markRefundDone, recordRefundDue } from "../../../src/modules/catalystpay/money/refunds"
import { applyTransactionRow } from "../../../src/modules/catalystpay/money/transaction-rows"
import type { Bench } from "../support/bench"
import { capturedDebit, moneyContext, transactionOf, type MoneyContext } from "../support/money-context"
import { moneyRecords } from "../support/money-records"
import { tablesWith } from "../support/whole-ledger"

const TEN = Array.from({ length: 10 })
const ANNA = { by: "user_anna", note: "By bank transfer to Max Mustermann" }

/** What the ledger learns from the merchant alone. */
export function merchantsWord(bench: Bench): void {
  const { now, eventsOf, problemsOf, refundRows } = moneyRecords(bench)

  async function dueOf(money: MoneyContext, debit: DebitRecord, amount: string): Promise<string> {
    await recordRefundDue(money.context, debit, { medusa_refund_id: `ref_${debit.id}_${amount}`, amount })
    const { refunds } = await bench.service.givenBack.of(debit.id)
    return refunds.at(-1)?.id ?? ""
  }

  async function report(money: MoneyContext, debit: DebitRecord, amount: string): Promise<void> {
    bench.sandbox.refund(transactionOf(debit), { amount })
    for (const row of await refundRows(money, debit)) {
      await applyTransactionRow(money.context, debit, row)
    }
  }

  it("that a refund was paid out counts once, however often and by however many it is said, and is told once", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    const id = await dueOf(money, debit, "5.00")
    const other = { by: "user_otto", note: null }
    await Promise.all(TEN.map((_, index) => markRefundDone(money.context, id, index % 2 ? ANNA : other)))
    expect(await now(debit)).toMatchObject({ refund_due_amount: "0", refunded_amount: "5" })
    expect((await eventsOf(debit)).filter((type) => type === "refund_confirmed")).toHaveLength(1)
    expect(money.emitted.filter(({ name }) => name === "catalystpay.refund.confirmed").map(({ data }) => data.refund_id)).toContain(id)
  })

  it("closes the problem of a refund that was due for too long", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    const id = await dueOf(money, debit, "5.00")
    money.passDays(8)
    await findOverdueRefunds(money.context)
    expect(await problemsOf(debit)).toMatchObject([{ code: "refund_overdue" }])
    await markRefundDone(money.context, id, ANNA)
    await findOverdueRefunds(money.context)
    expect(await problemsOf(debit)).toEqual([])
  })

  it("is borne out by what CatalystPay reports later, in parts, and only what goes beyond it was unasked for", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    const id = await dueOf(money, debit, "9.00")
    await report(money, debit, "2.00")
    await markRefundDone(money.context, id, ANNA)
    expect(await now(debit)).toMatchObject({ refund_due_amount: "0", refunded_amount: "9" })
    await report(money, debit, "4.00")
    expect(await now(debit)).toMatchObject({ refund_due_amount: "0", refunded_amount: "9" })
    await report(money, debit, "5.00")
    expect(await now(debit)).toMatchObject({ refund_due_amount: "0", refunded_amount: "11" })
    const { refunds, receipts } = await bench.service.givenBack.of(debit.id)
    expect(refunds).toMatchObject([{ merchant_amount: "0", marked_done_by: "user_anna" }])
    expect(receipts.map(({ unasked_amount }) => Number(unasked_amount)).sort()).toEqual([0, 0, 2])
  })

  it("of one refund leaves the other due that CatalystPay may not have paid", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    const open = await dueOf(money, debit, "5.00")
    await bench.knex()("catalystpay_refund").where({ id: open }).update({ medusa_refund_id: "ref_first_of_two" })
    const marked = await dueOf(money, debit, "5.00")
    await markRefundDone(money.context, marked, ANNA)
    await report(money, debit, "5.00")
    expect(await now(debit)).toMatchObject({ refund_due_amount: "5", refunded_amount: "5" })
    await report(money, debit, "5.00")
    expect(await now(debit)).toMatchObject({ refund_due_amount: "0", refunded_amount: "10" })
  })

  it("comes too late where CatalystPay has confirmed the refund: nothing is marked", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    const id = await dueOf(money, debit, "5.00")
    await report(money, debit, "5.00")
    expect(await markRefundDone(money.context, id, ANNA)).toMatchObject({ merchant_amount: "0", marked_done_at: null })
    expect(await now(debit)).toMatchObject({ refunded_amount: "5" })
  })

  it("is told by the next who comes by when the process dies after it was written", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    const id = await dueOf(money, debit, "5.00")
    await bench.knex()("catalystpay_refund").where({ id }).update({ marked_done_at: new Date() })
    await report(money, debit, "1.00")
    const told = money.emitted.filter(({ name, data }) => name === "catalystpay.refund.confirmed" && data.refund_id === id)
    expect(told).toHaveLength(1)
  })

  it("that a problem is dealt with keeps it closed until it says something else, and what heals by itself does not take it", async () => {
    const { problems } = bench.service
    const found = { code: "debit_without_order", subject: "cpdeb_x", details: { amount: "29.99", currency: "EUR" } } as const
    const { id } = await problems.open(found)
    const twice = await Promise.all([problems.dismiss(id, ANNA), problems.dismiss(id, { by: "user_otto", note: null })])
    expect(new Set(twice.map(({ dismissed_by }) => dismissed_by)).size).toBe(1)
    expect(await problems.open(found)).toMatchObject({ id, closed_at: expect.any(Date) as unknown })
    expect(await problems.listOpen()).toEqual([])
    const anew = await problems.open({ ...found, details: { amount: "9.99", currency: "EUR" } })
    expect(anew).toMatchObject({ closed_at: null, dismissed_by: null })
    const healing = await problems.open({ code: "refund_overdue", subject: "cpref_x" })
    await expect(problems.dismiss(healing.id, ANNA)).rejects.toMatchObject({ code: "problem_not_dismissible" })
    await problems.close("refund_overdue", "cpref_x")
    await expect(problems.dismiss(healing.id, ANNA)).rejects.toMatchObject({ code: "problem_not_dismissible" })
    await expect(problems.dismiss("cpprb_none", ANNA)).rejects.toMatchObject({ code: "problem_not_found" })
  })

  it("may name a person, and is forgotten with that person, also when it comes later", async () => {
    const money = moneyContext(bench)
    const rights = new DataRights(bench.knex, () => money.context)
    const debit = await capturedDebit(bench)
    await markRefundDone(money.context, await dueOf(money, debit, "5.00"), ANNA)
    const { id } = await bench.service.problems.open({ code: "debit_without_order", subject: debit.id, debit_id: debit.id })
    await bench.service.problems.dismiss(id, ANNA)
    expect(await tablesWith(bench, ANNA.note)).toEqual(["catalystpay_problem", "catalystpay_refund"])
    await rights.forget(debit.id)
    expect(await tablesWith(bench, ANNA.note)).toEqual([])
    await markRefundDone(money.context, await dueOf(money, debit, "6.00"), ANNA)
    expect((await rights.due(10, "")).map((due) => due.id)).toEqual([debit.id])
    await rights.forget(debit.id)
    expect(await tablesWith(bench, ANNA.note)).toEqual([])
  })
}
