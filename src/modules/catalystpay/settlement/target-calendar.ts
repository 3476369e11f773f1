/**
 * The days on which SEPA payments settle: those of the Eurosystem's TARGET services, which are closed on Saturdays and
 * Sundays, New Year's Day, Good Friday, Easter Monday, 1 May, 25 and 26 December (European Central Bank, "TARGET closing
 * days", the long-term calendar in force since 2002; it counts days of Frankfurt).
 */
const FIXED_CLOSING_DAYS = new Set(["01-01", "05-01", "12-25", "12-26"])
const GOOD_FRIDAY = -2
const EASTER_MONDAY = 1
const DAY_MS = 24 * 60 * 60 * 1000

const frankfurt = new Intl.DateTimeFormat("en", {
  timeZone: "Europe/Berlin",
  calendar: "gregory",
  numberingSystem: "latn",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
})

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

/** The day that a moment belongs to in TARGET's own time zone. */
export function targetDay(moment: Date): Day {
  const parts = new Map(frankfurt.formatToParts(moment).map(({ type, value }) => [type, value]))
  return `${parts.get("year")?.padStart(4, "0")}-${parts.get("month")}-${parts.get("day")}`
}

/** Pure: whether payments settle on a day. */
export function isBusinessDay(day: Day): boolean {
  const weekday = atMidnight(day).getUTCDay()
  if (weekday === 0 || weekday === 6 || FIXED_CLOSING_DAYS.has(day.slice(5))) {
    return false
  }
  const easter = easterSunday(Number(day.slice(0, 4)))
  return day !== addDays(easter, GOOD_FRIDAY) && day !== addDays(easter, EASTER_MONDAY)
}

/**
 * Pure: the n-th business day after a day, or before it where `n` is negative. The day itself counts as none, business
 * day or not; with 0 it is returned as it is.
 */
export function addBusinessDays(day: Day, n: number): Day {
  const step = Math.sign(n)
  let current = day
  for (let left = Math.abs(n); left > 0; left -= isBusinessDay(current) ? 1 : 0) {
    current = addDays(current, step)
  }
  return current
}

/** Pure: Easter Sunday of the Gregorian calendar (the "anonymous" computus, Nature 13 (1876), p. 487). */
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return dayOf(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1))
}

function addDays(day: Day, days: number): Day {
  return dayOf(atMidnight(day).getTime() + days * DAY_MS)
}

function atMidnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}

function dayOf(time: number): Day {
  return new Date(time).toISOString().slice(0, 10)
}
