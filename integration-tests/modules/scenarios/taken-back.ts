import { applyChargebackRow } from "../../../src/modules/catalystpay/money/chargebacks"
import { isDueForCapture } from "../../../src/modules/catalystpay/checkout/capture-policy"
import { chargebacksOf } from "../../../src/modules/catalystpay/outcomes/gateway-records"
import { recordRefundDue } from "../../../src/modules/catalystpay/money/refunds"
import { applyTransactionRow } from "../../../src/modules/catalystpay/money/transaction-rows"
import type { Bench } from "../support/bench"
import { approvedDebit, capturedDebit, moneyContext, transactionOf } from "../support/money-context"
import { moneyRecords } from "../support/money-records"

const TEN = Array.from({ length: 10 })

export function takenBack(bench: Bench): void {
  const { now, eventsOf, problemsOf, chargebackRow, saleRow, refundRows } = moneyRecords(bench)

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
  })
}
