import type { RunRecord } from "./run-record"

const DAY_MS = 24 * 60 * 60 * 1000
/** The API takes 90 days at most (/guides/reconciliation); whether that counts both ends, the pages don't say. */
const LONGEST_WINDOW_DAYS = 89
/**
 * What is read beside the days that are meant: whose midnight bounds a day, and whether a window's last day belongs to
 * it, the pages don't say.
 */
const BEFORE_DAYS = 1
const AFTER_DAYS = 2

const MOST_DAYS = 10 * 366

/** A day as the API writes it, YYYY-MM-DD. */
export type CalendarDay = string

export interface DayRange {
  /** Both included. */
  from_day: CalendarDay
  to_day: CalendarDay
}

/** Pure: whether days can be asked for: days that the calendar has, in order, and not so many that the years are a typo. */
export function canBeRead({ from_day, to_day }: DayRange): boolean {
  return isDay(from_day) && isDay(to_day) && from_day <= to_day && to_day <= addDays(from_day, MOST_DAYS)
}

/** The query of one window. */
export interface Window {
  start_date: CalendarDay
  end_date: CalendarDay
}

/** The day of a moment in UTC. */
export function dayOf(moment: Date): CalendarDay {
  return moment.toISOString().slice(0, 10)
}

/** Pure: whether a text is a day that the calendar has, as YYYY-MM-DD. */
export function isDay(written: string): boolean {
  const moment = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && dayOf(moment) === written
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayOf(new Date(Date.parse(day) + days * DAY_MS))
}

/** Pure: where a run over these days begins to read. */
export function firstWindowStart({ from_day }: Pick<DayRange, "from_day">): CalendarDay {
  return addDays(from_day, -BEFORE_DAYS)
}

/** Pure: the window in work. */
export function windowOf({ window_start, to_day }: Pick<RunRecord, "window_start" | "to_day">): Window {
  const last = addDays(to_day, AFTER_DAYS)
  const longest = addDays(window_start, LONGEST_WINDOW_DAYS)
  return { start_date: window_start, end_date: longest < last ? longest : last }
}

/** Pure: where the next window starts, null after the last. Windows share a day: it may belong to either of them. */
export function nextWindowStart(run: Pick<RunRecord, "window_start" | "to_day">): CalendarDay | null {
  const { end_date } = windowOf(run)
  return end_date < addDays(run.to_day, AFTER_DAYS) ? end_date : null
}

/**
 * Pure: the days that the job is to read now: from where it read last, with an overlap, until today.
 * @param readUntil when the last run began that was finished; null before the first
 * @param oldest when the tenant's oldest debit was opened; null when there is none
 * @returns null when there is nothing to read
 */
export function daysDue(
  { readUntil, oldest, now }: { readUntil: Date | null; oldest: Date | null; now: Date },
  overlapDays: number,
): DayRange | null {
  const from = readUntil ? addDays(dayOf(readUntil), -overlapDays) : oldest && dayOf(oldest)
  // A clock that was put back must not make a range that ends before it begins.
  const to_day = dayOf(now)
  return from === null ? null : { from_day: from < to_day ? from : to_day, to_day }
}
