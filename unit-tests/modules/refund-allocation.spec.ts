import fc from "fast-check"
import { sumAmounts } from "../../src/modules/catalystpay/money/money"
import { allocateRefund, openAmount, type Due } from "../../src/modules/catalystpay/money/refund-allocation"

const due = (id: string, amount: string, day: number, confirmed_amount = "0", merchant_amount = "0"): Due => ({
  id,
  amount,
  confirmed_amount,
  merchant_amount,
  due_at: new Date(Date.UTC(2026, 10, day)),
})

describe("a refund that CatalystPay reports", () => {
  it("confirms the due of exactly its amount, though another is older", () => {
    expect(allocateRefund([due("old", "12.00", 1), due("exact", "5.00", 2)], "5")).toEqual({
      confirmed: [{ id: "exact", confirmed_amount: "5", merchant_amount: "0", complete: true }],
      unasked: "0",
    })
  })

  it("confirms the older of two of its amount", () => {
    const dues = [due("young", "5.00", 2), due("old", "5.00", 1)]
    expect(allocateRefund(dues, "5.00").confirmed.map(({ id }) => id)).toEqual(["old"])
  })

  it("confirms the oldest ones one after the other, the last in part", () => {
    const dues = [due("third", "4.00", 3), due("first", "4.00", 1, "1.00"), due("second", "4.00", 2)]
    expect(allocateRefund(dues, "5.00")).toEqual({
      confirmed: [
        { id: "first", confirmed_amount: "4", merchant_amount: "0", complete: true },
        { id: "second", confirmed_amount: "2", merchant_amount: "0", complete: false },
      ],
      unasked: "0",
    })
  })

  it("leaves what nobody had asked for", () => {
    expect(allocateRefund([due("paid", "4.00", 1, "4.00")], "5.00")).toEqual({ confirmed: [], unasked: "5.00" })
    expect(allocateRefund([due("open", "4.00", 1)], "5.00").unasked).toBe("1")
  })

  it("is the one that the merchant says was paid, and not another of its amount that is still to be paid", () => {
    const dues = [due("open", "5.00", 1), due("marked", "5.00", 2, "5.00", "5.00")]
    expect(allocateRefund(dues, "5.00")).toEqual({
      confirmed: [{ id: "marked", confirmed_amount: "5.00", merchant_amount: "0", complete: false }],
      unasked: "0",
    })
  })

  it("of the amount of one that is still to be paid is that one, whatever else was marked", () => {
    const dues = [due("marked", "7.00", 1, "7.00", "7.00"), due("open", "5.00", 2)]
    expect(allocateRefund(dues, "5.00").confirmed).toEqual([
      { id: "open", confirmed_amount: "5", merchant_amount: "0", complete: true },
    ])
  })

  it("bears out what was marked in parts, and what the merchant had marked for the rest of a due", () => {
    const marked = due("marked", "10.00", 1, "10.00", "6.00")
    expect(allocateRefund([marked], "2.00").confirmed).toMatchObject([{ confirmed_amount: "10.00", merchant_amount: "4" }])
    expect(allocateRefund([marked], "8.00")).toMatchObject({ confirmed: [{ merchant_amount: "0" }], unasked: "2" })
  })

  it("and what the merchant marks come to the same sums in whatever order, and no money counts twice", () => {
    const cents = fc.integer({ min: 1, max: 50_000 })
    const decimal = (value: number) => (value / 100).toFixed(2)
    const steps = fc.array(fc.oneof(fc.record({ paid: cents }), fc.record({ marked: fc.nat(5) })), { maxLength: 12 })
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 6 }), steps, (wanted, done) => {
        let dues = wanted.map((amount, index) => due(`due_${index}`, decimal(amount), index + 1))
        let [reported, unasked] = ["0", "0"]
        for (const step of done) {
          if ("paid" in step) {
            const allocation = allocateRefund(dues, decimal(step.paid))
            dues = dues.map((one) => ({ ...one, ...allocation.confirmed.find(({ id }) => id === one.id) }))
            reported = sumAmounts([reported, decimal(step.paid)])
            unasked = sumAmounts([unasked, allocation.unasked])
            // What was asked for and not reported yet comes first.
            const unreported = dues.map((one) => sumAmounts([openAmount(one), one.merchant_amount]))
            expect(Number(allocation.unasked) > 0 && unreported.some((amount) => Number(amount) > 0)).toBe(false)
          } else {
            dues = dues.map((one, index) =>
              index === step.marked
                ? { ...one, confirmed_amount: one.amount, merchant_amount: sumAmounts([one.merchant_amount, openAmount(one)]) }
                : one,
            )
          }
          const sum = (of: (one: Due) => string) => Number(sumAmounts(dues.map(of)))
          const byMerchant = sum(({ merchant_amount }) => merchant_amount)
          const refunded = Number(sumAmounts([reported, String(byMerchant)]))
          // What was given back and was asked for is what the dues call paid.
          expect(Math.round((refunded - Number(unasked)) * 100)).toBe(Math.round(sum(({ confirmed_amount }) => confirmed_amount) * 100))
          expect(dues.every((one) => Number(openAmount(one)) >= 0 && Number(one.merchant_amount) >= 0)).toBe(true)
          expect(dues.every((one) => Number(one.merchant_amount) <= Number(one.confirmed_amount))).toBe(true)
        }
      }),
    )
  })

  it("is accounted for to the cent, and no due is paid more than once, whatever is due", () => {
    const cents = fc.integer({ min: 1, max: 100_000 })
    const decimal = (value: number) => (value / 100).toFixed(2)
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, fc.nat(28)), { maxLength: 8 }), cents, (wanted, paid) => {
        const dues = wanted.map(([amount, day], index) => due(`due_${index}`, decimal(amount), day + 1))
        const { confirmed, unasked } = allocateRefund(dues, decimal(paid))
        const parts = confirmed.map(({ confirmed_amount }) => confirmed_amount)
        expect(Number(sumAmounts([...parts, unasked]))).toBe(Number(decimal(paid)))
        const after = dues.map((one) => ({
          ...one,
          confirmed_amount: confirmed.find(({ id }) => id === one.id)?.confirmed_amount ?? "0",
        }))
        expect(after.every((one) => Number(openAmount(one)) >= 0)).toBe(true)
        const allPaid = after.every((one) => Number(openAmount(one)) === 0)
        expect(Number(unasked) > 0 && !allPaid).toBe(false)
      }),
    )
  })
})
