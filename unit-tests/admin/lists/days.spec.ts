import { daysBefore, daysOf, fromDay, momentsOf, toDay } from "../../../src/admin/lib/lists/days"

describe("the days of a filter", () => {
  it("are those that the reader clicked on, whatever they are in UTC", () => {
    const clicked = { $gte: new Date(2026, 10, 1).toISOString(), $lte: new Date(2026, 10, 30).toISOString() }
    expect(daysOf(clicked)).toEqual({ from: "2026-11-01", to: "2026-11-30" })
  })

  it("come back as the moments that they were", () => {
    const clicked = { $gte: new Date(2026, 10, 1).toISOString(), $lte: new Date(2026, 10, 30).toISOString() }
    expect(momentsOf(daysOf(clicked))).toEqual(clicked)
  })

  it("may be open on one side", () => {
    expect(daysOf({ $gte: new Date(2026, 0, 2).toISOString() })).toEqual({ from: "2026-01-02", to: null })
    expect(momentsOf({ from: null, to: "2026-01-02" })).toEqual({ $lte: new Date(2026, 0, 2).toISOString() })
    expect(momentsOf({ from: null, to: null })).toEqual({})
  })

  it("leave out what is no day", () => {
    expect(momentsOf({ from: "yesterday", to: "2026-02-30" })).toEqual({})
    expect(daysOf({ $gte: "soon" })).toEqual({ from: null, to: null })
  })
})

describe("fromDay", () => {
  it.each(["", "2026-11-31", "2026-13-01", "2026-1-1", "20261101", "2026-11-01T00:00:00Z"])("refuses %p", (day) => {
    expect(fromDay(day)).toBeNull()
  })
})

describe("daysBefore", () => {
  it("counts calendar days, over the end of a month and of summer time", () => {
    expect(toDay(daysBefore(new Date(2026, 10, 2, 15, 30), 7))).toBe("2026-10-26")
    expect(toDay(daysBefore(new Date(2026, 2, 1), 1))).toBe("2026-02-28")
  })
})
