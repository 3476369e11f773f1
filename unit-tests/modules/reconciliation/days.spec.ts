import fc from "fast-check"
import {
  addDays,
  canBeRead,
  dayOf,
  daysDue,
  firstWindowStart,
  nextWindowStart,
  windowOf,
  type DayRange,
  type Window,
} from "../../../src/modules/catalystpay/reconciliation/days"

const DAY_MS = 24 * 60 * 60 * 1000
const NOW = new Date("2026-11-25T12:00:00Z")

function windowsOf(days: DayRange): Window[] {
  const windows: Window[] = []
  let window_start: string | null = firstWindowStart(days)
  while (window_start !== null) {
    const run = { window_start, to_day: days.to_day }
    windows.push(windowOf(run))
    window_start = nextWindowStart(run)
  }
  return windows
}

function length({ start_date, end_date }: Window): number {
  return (Date.parse(end_date) - Date.parse(start_date)) / DAY_MS
}

const ranges = fc
  .record({ start: fc.integer({ min: 0, max: 9000 }), days: fc.integer({ min: 0, max: 1200 }) })
  .map(({ start, days }) => ({ from_day: addDays("2020-01-01", start), to_day: addDays("2020-01-01", start + days) }))

describe("the windows of a reading", () => {
  it("are one, with a margin, where the days are few", () => {
    expect(windowsOf({ from_day: "2026-11-11", to_day: "2026-11-25" })).toEqual([{ start_date: "2026-11-10", end_date: "2026-11-27" }])
  })

  it("are several that share a day where the days are many, over a leap day and the turn of a year", () => {
    expect(windowsOf({ from_day: "2023-12-01", to_day: "2024-06-01" })).toEqual([
      { start_date: "2023-11-30", end_date: "2024-02-27" },
      { start_date: "2024-02-27", end_date: "2024-05-26" },
      { start_date: "2024-05-26", end_date: "2024-06-03" },
    ])
  })

  it("are never longer than the API takes, end after they begin, and leave no day out, whether the last one counts or not", () => {
    fc.assert(
      fc.property(ranges, (days) => {
        const windows = windowsOf(days)
        expect(windows.every((window) => length(window) <= 90 && length(window) > 0)).toBe(true)
        windows.slice(1).forEach((window, index) => expect(window.start_date).toBe(windows[index]?.end_date))
        expect(windows[0]?.start_date).toBe(addDays(days.from_day, -1))
        expect(windows.at(-1)?.end_date).toBe(addDays(days.to_day, 2))
      }),
    )
  })
})

describe("the days that the job reads", () => {
  it("are none without a debit", () => {
    expect(daysDue({ readUntil: null, oldest: null, now: NOW }, 14)).toBeNull()
  })

  it("begin at the first time with the oldest debit", () => {
    const oldest = new Date("2026-03-02T23:59:59Z")
    expect(daysDue({ readUntil: null, oldest, now: NOW }, 14)).toEqual({ from_day: "2026-03-02", to_day: "2026-11-25" })
  })

  it("begin so many days before the last reading, however long that is ago", () => {
    const readUntil = new Date("2026-11-25T11:27:00Z")
    expect(daysDue({ readUntil, oldest: null, now: NOW }, 14)).toEqual({ from_day: "2026-11-11", to_day: "2026-11-25" })
    const months = new Date("2026-05-01T00:27:00Z")
    expect(daysDue({ readUntil: months, oldest: null, now: NOW }, 3)).toEqual({ from_day: "2026-04-28", to_day: "2026-11-25" })
  })

  it("are in order also where the clock was put back", () => {
    const readUntil = new Date("2027-11-25T11:27:00Z")
    expect(daysDue({ readUntil, oldest: null, now: NOW }, 14)).toEqual({ from_day: "2026-11-25", to_day: "2026-11-25" })
  })
})

describe("days that somebody asks for", () => {
  it.each([
    ["2026-11-01", "2026-11-01", true],
    ["2020-01-01", "2026-11-01", true],
    ["2026-11-02", "2026-11-01", false],
    ["2026-02-29", "2026-03-01", false],
    ["2026-2-1", "2026-03-01", false],
    ["2026-11-01T00:00:00Z", "2026-11-02", false],
    ["", "2026-03-01", false],
    ["0206-11-01", "2026-11-01", false],
  ])("from %s to %s can be read: %s", (from_day, to_day, can) => {
    expect(canBeRead({ from_day, to_day })).toBe(can)
  })

  it("are days of UTC", () => {
    expect(dayOf(new Date("2026-11-24T23:30:00-01:00"))).toBe("2026-11-25")
  })
})
