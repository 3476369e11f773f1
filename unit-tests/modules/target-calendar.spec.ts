import fc from "fast-check"
import { addBusinessDays, easterSunday, isBusinessDay, targetDay } from "../../src/modules/catalystpay/settlement/target-calendar"

const YEAR = fc.integer({ min: 2002, max: 2199 })
const DAY = fc
  .date({ min: new Date("2002-01-10T00:00:00Z"), max: new Date("2199-12-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
const closedWeekdaysOf = (year: number) => {
  const days = Array.from({ length: 366 }, (_, n) => new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10))
  return days.filter((day) => day.startsWith(String(year)) && ![0, 6].includes(weekdayOf(day)) && !isBusinessDay(day))
}

describe("TARGET's calendar", () => {
  it.each([
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2038, "2038-04-25"],
    [2285, "2285-03-22"],
  ])("finds the Easter Sunday of %i", (year, day) => {
    expect(easterSunday(year)).toBe(day)
  })

  it.each([
    [2024, ["2024-01-01", "2024-03-29", "2024-04-01", "2024-05-01", "2024-12-25", "2024-12-26"]],
    [2026, ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25"]],
    [2027, ["2027-01-01", "2027-03-26", "2027-03-29"]],
  ])("closes from Monday to Friday of %i on the days that the ECB lists", (year, days) => {
    expect(closedWeekdaysOf(year)).toEqual(days)
  })

  it.each(["2026-12-24", "2026-12-31", "2026-05-14", "2026-10-03", "2026-10-05"])("is open on %s as on its weekday", (day) => {
    expect(isBusinessDay(day)).toBe(![0, 6].includes(weekdayOf(day)))
  })

  it.each([
    ["2026-11-25", 5, "2026-12-02"],
    ["2026-12-23", 5, "2026-12-31"],
    ["2026-12-24", 1, "2026-12-28"],
    ["2026-04-02", 1, "2026-04-07"],
    ["2026-04-04", 1, "2026-04-07"],
    ["2026-04-07", -1, "2026-04-02"],
    ["2026-11-28", 0, "2026-11-28"],
  ])("counts from %s by %i to %s", (day, n, expected) => {
    expect(addBusinessDays(day, n)).toBe(expected)
  })

  it("takes the day that it is in Frankfurt, in winter and in summer", () => {
    expect(targetDay(new Date("2026-12-31T22:59:59Z"))).toBe("2026-12-31")
    expect(targetDay(new Date("2026-12-31T23:00:00Z"))).toBe("2027-01-01")
    expect(targetDay(new Date("2026-06-30T22:00:00Z"))).toBe("2026-07-01")
  })

  it("has Easter on a Sunday between 22 March and 25 April of every year", () => {
    fc.assert(
      fc.property(YEAR, (year) => {
        const day = easterSunday(year)
        expect(weekdayOf(day)).toBe(0)
        expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true)
      }),
    )
  })

  it("always arrives at a business day, later for more days, and comes back by the same number", () => {
    fc.assert(
      fc.property(DAY, fc.integer({ min: 1, max: 60 }), (day, n) => {
        const after = addBusinessDays(day, n)
        expect(isBusinessDay(after)).toBe(true)
        expect(addBusinessDays(day, n + 1) > after).toBe(true)
        expect(addBusinessDays(addBusinessDays(day, 1), n - 1)).toBe(after)
        const back = addBusinessDays(after, -n)
        expect(addBusinessDays(back, n)).toBe(after)
      }),
    )
  })

  it("never goes more than five days without a business day", () => {
    fc.assert(
      fc.property(DAY, (day) => {
        const gap = (Date.parse(addBusinessDays(day, 1)) - Date.parse(day)) / 86_400_000
        expect(gap).toBeLessThanOrEqual(5)
      }),
    )
  })
})
