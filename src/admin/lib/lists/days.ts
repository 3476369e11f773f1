/** A range as Medusa UI's date filter writes it: moments in ISO 8601, midnight where the reader is. */
export interface MomentRange {
  $gte?: string
  $lte?: string
}

/** Days as YYYY-MM-DD, both included. */
export interface DayRange {
  from: string | null
  to: string | null
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The reader's own calendar day of a moment: the one that was clicked on, whatever it is in UTC. */
export function toDay(moment: Date): string {
  const digits = (value: number, length: number): string => String(value).padStart(length, "0")
  return `${digits(moment.getFullYear(), 4)}-${digits(moment.getMonth() + 1, 2)}-${digits(moment.getDate(), 2)}`
}

/** Midnight of a day where the reader is; null for what is no day. */
export function fromDay(day: string): Date | null {
  if (!DAY.test(day)) {
    return null
  }
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number)
  const moment = new Date(year, month - 1, date)
  return toDay(moment) === day ? moment : null
}

export function daysOf(range: MomentRange): DayRange {
  return { from: dayOf(range.$gte), to: dayOf(range.$lte) }
}

/** Days that are none are left out. */
export function momentsOf({ from, to }: DayRange): MomentRange {
  const $gte = fromDay(from ?? "")?.toISOString()
  const $lte = fromDay(to ?? "")?.toISOString()
  return { ...($gte && { $gte }), ...($lte && { $lte }) }
}

function dayOf(iso: string | undefined): string | null {
  const moment = new Date(iso ?? "")
  return Number.isNaN(moment.getTime()) ? null : toDay(moment)
}

/** The day `days` before another. */
export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() - days)
}
