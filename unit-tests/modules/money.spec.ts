import fc from "fast-check"
import {
  addAmounts,
  currencyDigits,
  isSameAmount,
  toDecimal,
  toPayableAmount,
} from "../../src/modules/catalystpay/money/money"

describe("amounts", () => {
  it.each([
    [20.706, "eur", "20.71"],
    [20.705, "eur", "20.71"],
    [20.704, "eur", "20.70"],
    ["0.1", "eur", "0.10"],
    [1.005, "eur", "1.01"],
    [1000, "jpy", "1000"],
    [1000.5, "jpy", "1001"],
    ["1.2345", "kwd", "1.235"],
    [{ value: "1.5" }, "eur", "1.50"],
    ["12345678901234567890.125", "eur", "12345678901234567890.13"],
  ])("are rounded to the currency's digits: %j in %s is %s", (amount, currency, expected) => {
    expect(toDecimal(amount, currency)).toBe(expected)
  })

  it("knows how many digits a currency has", () => {
    expect(["eur", "jpy", "kwd"].map(currencyDigits)).toEqual([2, 0, 3])
  })

  it("refuses what is no currency", () => {
    expect(() => currencyDigits("e")).toThrow("ISO 4217")
  })

  it.each([0, -1, 0.004, "100000000"])("refuses to collect %j", (amount) => {
    expect(() => toPayableAmount(amount, "eur")).toThrow("collects more than 0")
  })

  it("collects the smallest and the largest amount", () => {
    expect(toPayableAmount("0.01", "eur")).toBe("0.01")
    expect(toPayableAmount("99999999.99", "eur")).toBe("99999999.99")
  })

  it("are compared by value", () => {
    expect(isSameAmount("29.9", "29.90")).toBe(true)
    expect(isSameAmount("29.90", "29.91")).toBe(false)
    expect(isSameAmount(null, null)).toBe(false)
  })

  it("are added exactly, as cents would be", () => {
    const cents = fc.integer({ min: 0, max: 9_999_999_999 })
    const written = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`
    fc.assert(
      fc.property(cents, cents, (one, other) => {
        expect(isSameAmount(addAmounts(written(one), written(other)), written(one + other))).toBe(true)
      }),
    )
  })
})
