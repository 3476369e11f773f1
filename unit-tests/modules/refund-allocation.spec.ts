import fc from "fast-check"
import { sumAmounts } from "../../src/modules/catalystpay/money"
import { allocateRefund, openAmount, type Due } from "../../src/modules/catalystpay/refund-allocation"

const due = (id: string, amount: string, day: number, confirmed_amount = "0"): Due => ({
  id,
  amount,
  confirmed_amount,
  due_at: new Date(Date.UTC(2026, 10, day)),
})

describe("a refund that CatalystPay reports", () => {
  it("confirms the due of exactly its amount, though another is older", () => {
    expect(allocateRefund([due("old", "12.00", 1), due("exact", "5.00", 2)], "5")).toEqual({
      confirmed: [{ id: "exact", confirmed_amount: "5", complete: true }],
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
        { id: "first", confirmed_amount: "4", complete: true },
        { id: "second", confirmed_amount: "2", complete: false },
      ],
      unasked: "0",
    })
  })

  it("leaves what nobody had asked for", () => {
    expect(allocateRefund([due("paid", "4.00", 1, "4.00")], "5.00")).toEqual({ confirmed: [], unasked: "5.00" })
    expect(allocateRefund([due("open", "4.00", 1)], "5.00").unasked).toBe("1")
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
