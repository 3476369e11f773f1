import fc from "fast-check"
import type { ChargebackRow, TransactionRow } from "../../../src/gateway"
import { applyChargebackRow } from "../../../src/modules/catalystpay/chargebacks"
import type { DebitRecord } from "../../../src/modules/catalystpay/debit-record"
import { isDueForCapture } from "../../../src/modules/catalystpay/capture-policy"
import { chargebacksOf, recentTransaction, transactionsOf } from "../../../src/modules/catalystpay/gateway-records"
import { assignRefund } from "../../../src/modules/catalystpay/money-webhooks"
import { findOverdueRefunds, recordRefundDue, withdrawRefunds } from "../../../src/modules/catalystpay/refunds"
import { applyTransactionRow } from "../../../src/modules/catalystpay/transaction-rows"
import type { Bench } from "../support/bench"
import { approvedDebit, capturedDebit, moneyContext, transactionOf, type MoneyContext } from "../support/money-context"

const TEN = Array.from({ length: 10 })

export function moneyBack(bench: Bench): void {
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

  it("is a failed debit when it comes back before it was captured, and captured no more", async () => {
    const money = moneyContext(bench)
    const debit = await approvedDebit(bench)
    bench.sandbox.bounce(transactionOf(debit), "AM04")
    const row = await saleRow(money, debit)
    const told = { reason_code: "AM04", reason_message: "Insufficient funds" }
    expect(await applyTransactionRow(money.context, debit, row, told)).toBe("applied")
    expect(await now(debit)).toMatchObject({
      status: "failed",
      error_code: "insufficient_funds",
      error_gateway_code: "AM04",
      retry_allowed: false,
      returned_at: expect.any(Date) as unknown,
      charged_back_amount: "0",
    })
    expect(await applyTransactionRow(money.context, await now(debit), row, told)).toBe("known")
    expect((await eventsOf(debit)).filter((type) => type === "returned")).toHaveLength(1)
    await expect(bench.service.recordCapture(debit)).rejects.toMatchObject({ code: "debit_not_approved" })
  })

  it("is a return that counts once when it comes back after it was captured, told ten times at once", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    bench.sandbox.bounce(transactionOf(debit), "AC04")
    const row = await saleRow(money, debit)
    const told = { reason_code: "AC04", reason_message: null }
    const verdicts = await Promise.all(TEN.map(() => applyTransactionRow(money.context, debit, row, told)))
    expect(verdicts.filter((verdict) => verdict === "applied")).toHaveLength(1)
    expect(await now(debit)).toMatchObject({
      status: "approved",
      charged_back_amount: "29.99",
      returned_at: expect.any(Date) as unknown,
    })
    const { chargebacks } = await bench.service.givenBack.of(debit.id)
    expect(chargebacks).toMatchObject([
      { kind: "return", gateway_id: debit.transaction_id, amount: "29.99", reason_code: "AC04" },
    ])
    expect((await eventsOf(debit)).filter((type) => type === "returned")).toHaveLength(1)
  })

  it("says nothing when an earlier attempt was declined, even under the same transaction", async () => {
    const money = moneyContext(bench)
    const debit = await approvedDebit(bench)
    const row = await saleRow(money, debit)
    const earlier = { ...row, status: "declined", tenant_reference_id: `${debit.payment_session_id}.0` }
    expect(await applyTransactionRow(money.context, debit, earlier)).toBe("irrelevant")
    expect(await now(debit)).toMatchObject({ status: "approved", returned_at: null })
  })

  it("counts a chargeback once, told ten times at once, with what the bank says of it", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    bench.sandbox.chargeBack(transactionOf(debit), { reason_code: "MD06" })
    const row = await chargebackRow(money, debit)
    await Promise.all(TEN.map(() => applyChargebackRow(money.context, debit, row)))
    expect(await now(debit)).toMatchObject({ status: "approved", charged_back_amount: "29.99" })
    const { chargebacks } = await bench.service.givenBack.of(debit.id)
    expect(chargebacks).toMatchObject([
      { kind: "chargeback", gateway_id: row.id, amount: "29.99", reason_code: "MD06", bank_fee: "25.00", arn: row.arn },
    ])
    expect((await eventsOf(debit)).filter((type) => type === "charged_back")).toHaveLength(1)
    expect(await problemsOf(debit)).toEqual([])
  })

  it("adds partial chargebacks up exactly", async () => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    for (const amount of ["0.10", "0.20", "0.30"]) {
      bench.sandbox.chargeBack(transactionOf(debit), { reason_code: "MD06", amount })
    }
    const rows = await chargebacksOf(money.context, debit)
    await Promise.all(rows.map((row) => applyChargebackRow(money.context, debit, row)))
    expect(rows).toHaveLength(3)
    expect(await now(debit)).toMatchObject({ charged_back_amount: "0.6" })
  })

  it("keeps a chargeback that comes before the capture, and nothing is captured of it afterwards", async () => {
    const money = moneyContext(bench)
    const debit = await approvedDebit(bench)
    bench.sandbox.chargeBack(transactionOf(debit), { reason_code: "MD01" })
    await applyChargebackRow(money.context, debit, await chargebackRow(money, debit))
    // An approval that comes late undoes nothing.
    expect(await applyTransactionRow(money.context, await now(debit), await saleRow(money, debit))).toBe("applied")
    const late = await now(debit)
    expect(late).toMatchObject({ charged_back_amount: "29.99", confirmed_at: expect.any(Date) as unknown })
    expect(isDueForCapture(late, "on_webhook")).toBe(false)
  })

  it.each([
    ["a larger amount", { amount: "30.00" }],
    ["another currency", { currency: "USD" }],
    ["no readable amount", { amount: null }],
  ])("applies no chargeback of %s, and tells the merchant once", async (_what, change) => {
    const money = moneyContext(bench)
    const debit = await capturedDebit(bench)
    bench.sandbox.chargeBack(transactionOf(debit), { reason_code: "MD06" })
    const row = { ...(await chargebackRow(money, debit)), ...change }
    expect(await applyChargebackRow(money.context, debit, row)).toBe("mismatch")
    expect(await applyChargebackRow(money.context, debit, row)).toBe("mismatch")
    expect(await now(debit)).toMatchObject({ charged_back_amount: "0" })
    expect(await problemsOf(debit)).toMatchObject([{ code: "amount_mismatch", details: { expected: "29.99 EUR" } }])
    expect((await eventsOf(debit)).filter((type) => type === "amount_mismatch")).toHaveLength(1)
  })

  it("is a problem when it was refunded and charged back, whichever came first", async () => {
    const money = moneyContext(bench)
    const refundedFirst = await capturedDebit(bench)
    await recordRefundDue(money.context, refundedFirst, { medusa_refund_id: "ref_first", amount: "10.00" })
    bench.sandbox.chargeBack(transactionOf(refundedFirst), { reason_code: "MD06" })
    await applyChargebackRow(money.context, refundedFirst, await chargebackRow(money, refundedFirst))
    const lost = [{ code: "chargeback_after_refund", details: { amount: "10", currency: "EUR" } }]
    expect(await problemsOf(refundedFirst)).toEqual(lost)

    const chargedBackFirst = await capturedDebit(bench)
    bench.sandbox.refund(transactionOf(chargedBackFirst), { amount: "10.00" })
    bench.sandbox.chargeBack(transactionOf(chargedBackFirst), { reason_code: "MD06", amount: "19.99" })
    const row = { ...(await chargebackRow(money, chargedBackFirst)), amount: "29.99" }
    await applyChargebackRow(money.context, chargedBackFirst, row)
    expect(await problemsOf(chargedBackFirst)).toEqual([])
    for (const refund of await refundRows(money, chargedBackFirst)) {
      await applyTransactionRow(money.context, chargedBackFirst, refund)
    }
    expect(await problemsOf(chargedBackFirst)).toEqual(lost)
  })

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
    it("after it recorded a chargeback leaves it to be told by the next one, counted once", async () => {
      const money = moneyContext(bench)
      const debit = await capturedDebit(bench)
      bench.sandbox.chargeBack(transactionOf(debit), { reason_code: "MD06" })
      const row = await chargebackRow(money, debit)
      money.dieAt("after_chargeback_was_recorded")
      await expect(applyChargebackRow(money.context, debit, row)).rejects.toThrow("died")
      expect(money.emitted).toEqual([])
      expect(await applyChargebackRow(money.context, debit, row)).toBe("known")
      await applyChargebackRow(money.context, debit, row)
      expect(money.emitted).toMatchObject([
        { name: "catalystpay.chargeback.created", data: { id: debit.id, reason_code: "MD06" } },
      ])
      expect(await now(debit)).toMatchObject({ charged_back_amount: "29.99" })
    })

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
