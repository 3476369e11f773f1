import { monthsUntil, toRates } from "../../src/modules/catalystpay/money/chargeback-rates"

describe("the months of a chart of chargebacks", () => {
  it("end with this one, across the turn of the year and from the last day of a long month", () => {
    expect(monthsUntil(new Date("2026-03-31T23:59:59Z"), 5)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02", "2026-03"])
    expect(monthsUntil(new Date("2026-01-01T00:00:00Z"), 1)).toEqual(["2026-01"])
    expect(monthsUntil(new Date("2026-11-30T00:00:00Z"), 24)[0]).toBe("2024-12")
  })

  it("are all there, those without a debit as well, and a rate has four digits", () => {
    const approved = [{ month: "2026-11", debits: 81 }]
    const takenBack = [
      { month: "2026-10", currency_code: "eur", chargebacks: 2, amount: "41.4" },
      { month: "2026-11", currency_code: "eur", chargebacks: 1, amount: "20.71" },
      { month: "2026-11", currency_code: "jpy", chargebacks: 1, amount: "300" },
    ]
    expect(toRates(["2026-09", "2026-10", "2026-11"], approved, takenBack)).toEqual([
      { month: "2026-09", debits: 0, chargebacks: 0, rate: "0.0000", amount_by_currency: [] },
      { month: "2026-10", debits: 0, chargebacks: 2, rate: "0.0000", amount_by_currency: [{ currency_code: "eur", amount: "41.40" }] },
      {
        month: "2026-11",
        debits: 81,
        chargebacks: 2,
        rate: "0.0247",
        amount_by_currency: [
          { currency_code: "eur", amount: "20.71" },
          { currency_code: "jpy", amount: "300" },
        ],
      },
    ])
  })
})
