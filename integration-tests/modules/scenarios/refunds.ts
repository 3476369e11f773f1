import fc from "fast-check"
import { applyChargebackRow } from "../../../src/modules/catalystpay/money/chargebacks"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { chargebacksOf, recentTransaction, transactionsOf } from "../../../src/modules/catalystpay/outcomes/gateway-records"
import { assignRefund } from "../../../src/modules/catalystpay/webhooks/money-webhooks"
import { findOverdueRefunds, recordRefundDue, withdrawRefunds } from "../../../src/modules/catalystpay/money/refunds"
import { applyTransactionRow } from "../../../src/modules/catalystpay/money/transaction-rows"
import type { Bench } from "../support/bench"
import { capturedDebit, moneyContext, transactionOf } from "../support/money-context"
import { moneyRecords } from "../support/money-records"

const TEN = Array.from({ length: 10 })

export function refundsOfDebits(bench: Bench): void {
  const { now, eventsOf, problemsOf, chargebackRow, refundRows } = moneyRecords(bench)

  it("owes each of Medusa's refunds once, and adds them up exactly", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    const refunds = ["0.10", "0.20", "0.30"].map((amount, index) => ({ medusa_refund_id: `ref_sum_${index}`, amount }))
    await Promise.all([...refunds, ...refunds].map((refund) => recordRefundDue(money.context, debit, refund)))
    expect(await now(debit)).toMatchObject({ refund_due_amount: "0.6", refunded_amount: "0" })
    const { refunds: rows } = await bench.service.givenBack.of(debit.id)
    expect(rows).toHaveLength(3)
    expect(rows.every(({ inside_chargeback_window }) => inside_chargeback_window)).toBe(true)
    expect((await eventsOf(debit)).filter((type) => type === "refund_due")).toHaveLength(3)
  })

  it("owes no more than what is left of the debit, also when two ask at the same moment", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    const both = await Promise.allSettled(
      ["ref_one", "ref_two"].map((medusa_refund_id) =>
        recordRefundDue(money.context, debit, { medusa_refund_id, amount: "20.00" }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: {
        code: "refund_exceeds_debit",
        message: "A refund of 20.00 EUR is more than the 9.99 EUR that are left of this debit.",
      },
    })
    // A rounding of Medusa's is no reason to refuse the rest.
    await recordRefundDue(money.context, debit, { medusa_refund_id: "ref_rest", amount: "10.00" })
    expect(await now(debit)).toMatchObject({ refund_due_amount: "29.99" })
  })

  it("says of a debit that was charged back why nothing is left to refund", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    bench.sandbox.chargeBack(transactionOf(debit), { reason_code: "MD06" })
    await applyChargebackRow(money.context, debit, await chargebackRow(money, debit))
    await expect(recordRefundDue(money.context, debit, { medusa_refund_id: "ref_late", amount: "5.00" })).rejects.toThrow(
      "A refund of 5.00 EUR is more than the 0 EUR that are left of this debit. " +
        "The debtor's bank took 29.99 EUR back already.",
    )
  })

  it("confirms what is due by what CatalystPay reports, in parts and told ten times at once", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    await recordRefundDue(money.context, debit, { medusa_refund_id: "ref_big", amount: "12.00" })
    await recordRefundDue(money.context, debit, { medusa_refund_id: "ref_small", amount: "5.00" })
    const transaction = transactionOf(debit)
    bench.sandbox.refund(transaction, { amount: "5.00" })
    bench.sandbox.refund(transaction, { amount: "7.00" })
    const rows = await refundRows(money, debit)
    await Promise.all(TEN.flatMap(() => rows).map((row) => applyTransactionRow(money.context, debit, row)))
    expect(await now(debit)).toMatchObject({ refund_due_amount: "5", refunded_amount: "12" })
    bench.sandbox.refund(transaction, { amount: "6.00" })
    for (const row of await refundRows(money, debit)) {
      await applyTransactionRow(money.context, debit, row)
    }
    expect(await now(debit)).toMatchObject({ refund_due_amount: "0", refunded_amount: "18" })
    const { refunds, receipts } = await bench.service.givenBack.of(debit.id)
    expect(refunds.every(({ confirmed_at }) => confirmed_at !== null)).toBe(true)
    expect(receipts.map(({ unasked_amount }) => Number(unasked_amount)).sort()).toEqual([0, 0, 1])
  })

  it("counts no refund that was declined, or of which nothing is said yet", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    bench.sandbox.refund(transactionOf(debit), { amount: "5.00" })
    const [row] = await refundRows(money, debit)
    if (!row) {
      throw new Error("The sandbox reports no refund.")
    }
    expect(await applyTransactionRow(money.context, debit, { ...row, status: "declined" })).toBe("irrelevant")
    expect(await applyTransactionRow(money.context, debit, { ...row, status: "pending" })).toBe("undecided")
    expect(await now(debit)).toMatchObject({ refunded_amount: "0" })
  })

  it("comes to the same sums in any order, with rows left out in between and told again", async () => {
    const money = moneyContext(bench)
    const model = await capturedDebit(bench)
    const transaction = transactionOf(model)
    for (const amount of ["3.00", "4.50"]) {
      bench.sandbox.refund(transaction, { amount })
    }
    for (const amount of ["1.00", "2.00"]) {
      bench.sandbox.chargeBack(transaction, { reason_code: "MD06", amount })
    }
    const sales = await transactionsOf(money.context, model)
    const backs = await chargebacksOf(money.context, model)
    const tell = [
      ...sales.map((row) => (debit: DebitRecord, tag: string) =>
        applyTransactionRow(money.context, debit, { ...row, id: `${row.id}${tag}`, tenant_reference_id: debit.reference }),
      ),
      ...backs.map((row) => (debit: DebitRecord, tag: string) =>
        applyChargebackRow(money.context, debit, { ...row, id: `${row.id}${tag}` }),
      ),
    ]
    let run = 0
    const orders = fc.array(fc.nat(tell.length - 1), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(orders, async (first) => {
        const tag = `-${(run += 1)}`
        const debit = await capturedDebit(bench)
        for (const index of [...first, ...tell.keys()]) {
          await tell[index]?.(await now(debit), tag)
        }
        expect(await now(debit)).toMatchObject({ refunded_amount: "7.5", charged_back_amount: "3", status: "approved" })
      }),
      { numRuns: 15 },
    )
  })

  describe("a refund that no event tells of and that carries no reference", () => {
    beforeEach(() => Object.assign(bench.sandbox.switches, { "refund-event": "none", "refund-reference": "null" }))
    afterEach(() =>
      Object.assign(bench.sandbox.switches, { "refund-event": "transaction.created", "refund-reference": "original" }),
    )

    const lead = (email: string) => ({ first_name: "Max", last_name: "Mustermann", email, country: "DE" })

    it("is found by what it says of money, account and e-mail, and counted once", async () => {
      const money = moneyContext(bench)
      const [debit, other] = [await capturedDebit(bench), await capturedDebit(bench)]
      const { id } = bench.sandbox.refund(transactionOf(debit), { amount: "5.00" })
      const row = await recentTransaction(money.context, "default", id)
      expect(row?.tenant_reference_id).toBeNull()
      const assign = async () => row && assignRefund(money.context, "default", row)
      const verdicts = [await assign(), await assign()]
      expect(verdicts).toMatchObject(Array(2).fill({ debit_id: debit.id, moved: true }))
      expect(await now(debit)).toMatchObject({ refunded_amount: "5" })
      expect(await now(other)).toMatchObject({ refunded_amount: "0" })
    })

    it("is counted for nobody, and told, when two debits may be meant by it", async () => {
      const money = moneyContext(bench)
      const email = "twice@example.com"
      const debits = [await capturedDebit(bench, { lead: lead(email) }), await capturedDebit(bench, { lead: lead(email) })]
      const [first, second] = debits.map((debit) => transactionOf(debit))
      const { id } = bench.sandbox.refund(first ?? "", { amount: "5.00" })
      const row = await recentTransaction(money.context, "default", id)
      expect(row && (await assignRefund(money.context, "default", row))).toMatchObject({ debit_id: null, moved: false })
      expect(await bench.service.problems.listOpen({ code: "event_unmatched" })).toMatchObject([
        { key: `event_unmatched:${id}`, details: { amount: "5.00", currency: "EUR" } },
      ])
      // The one that exactly this is due of is meant.
      const [one, other] = debits
      if (!one || !other || !second) {
        throw new Error("There are two debits.")
      }
      await recordRefundDue(money.context, other, { medusa_refund_id: "ref_meant", amount: "6.00" })
      const meant = await recentTransaction(money.context, "default", bench.sandbox.refund(second, { amount: "6.00" }).id)
      expect(meant && (await assignRefund(money.context, "default", meant))).toMatchObject({ debit_id: other.id })
      expect(await now(one)).toMatchObject({ refunded_amount: "0" })
    })
  })

  it("is a problem when a refund has been due for more than 7 days, until it is paid", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    await recordRefundDue(money.context, debit, { medusa_refund_id: "ref_overdue", amount: "5.00" })
    money.passDays(6.9)
    expect(await findOverdueRefunds(money.context)).toEqual([debit.id])
    expect(await problemsOf(debit)).toEqual([])
    money.passDays(0.2)
    await findOverdueRefunds(money.context)
    expect(await problemsOf(debit)).toEqual([{ code: "refund_overdue", details: { amount: "5", currency: "EUR" } }])
    bench.sandbox.refund(transactionOf(debit), { amount: "5.00" })
    for (const row of await refundRows(money, debit)) {
      await applyTransactionRow(money.context, debit, row)
    }
    expect(await problemsOf(debit)).toEqual([])
    expect(await findOverdueRefunds(money.context)).toEqual([])
  })

  it("owes nothing any more for a refund that Medusa gave up", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    await recordRefundDue(money.context, debit, { medusa_refund_id: "ref_given_up", amount: "29.99" })
    await withdrawRefunds(money.context, debit.id, ["ref_given_up", "ref_unknown"])
    expect(await now(debit)).toMatchObject({ refund_due_amount: "0" })
    await recordRefundDue(money.context, debit, { medusa_refund_id: "ref_again", amount: "29.99" })
    expect(await now(debit)).toMatchObject({ refund_due_amount: "29.99" })
    expect(await eventsOf(debit)).toEqual(expect.arrayContaining(["refund_due", "refund_withdrawn", "refund_due"]))
  })

  describe("a process that dies", () => {
    it("after it recorded a refund leaves it owed once, and told", async () => {
      const money = moneyContext(bench)
      const debit = await capturedDebit(bench)
      const refund = { medusa_refund_id: "ref_died", amount: "5.00" }
      money.dieAt("after_refund_was_recorded")
      await expect(recordRefundDue(money.context, debit, refund)).rejects.toThrow("died")
      await recordRefundDue(money.context, debit, refund)
      expect(money.emitted).toMatchObject([{ name: "catalystpay.refund.due", data: { id: debit.id } }])
      expect(await now(debit)).toMatchObject({ refund_due_amount: "5" })
    })

    it("after it recorded a receipt leaves it counted once, and told, and its problem closed", async () => {
      const money = moneyContext(bench)
      const debit = await capturedDebit(bench)
      await recordRefundDue(money.context, debit, { medusa_refund_id: "ref_receipt", amount: "5.00" })
      money.passDays(8)
      await findOverdueRefunds(money.context)
      bench.sandbox.refund(transactionOf(debit), { amount: "5.00" })
      const [row] = await refundRows(money, debit)
      if (!row) {
        throw new Error("The sandbox reports no refund.")
      }
      money.dieAt("after_receipt_was_recorded")
      await expect(applyTransactionRow(money.context, debit, row)).rejects.toThrow("died")
      expect(await applyTransactionRow(money.context, debit, row)).toBe("known")
      expect(await now(debit)).toMatchObject({ refund_due_amount: "0", refunded_amount: "5" })
      expect(money.emitted.map(({ name }) => name)).toEqual(["catalystpay.refund.due", "catalystpay.refund.confirmed"])
      await findOverdueRefunds(money.context)
      expect(await problemsOf(debit)).toEqual([])
    })
  })
}
