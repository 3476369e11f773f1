/** Whole numbers, added up; what is left out is 0. */
export type ClockStep = { days?: number; hours?: number; minutes?: number; seconds?: number }

export type SandboxClock = {
  now(): Date
  /**
   * Moves forward and does what becomes due on the way: subscriptions are rebilled, each on its day.
   * @returns the new time
   * @throws ApiError 400 for a step backwards, a fraction, or more than ten years
   */
  move(step: ClockStep): Date
}

const UNITS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1_000 } as const

/** The longest step of a clock, ten years. */
const LONGEST_MS = 3_653 * UNITS.days

/** A clock that runs like another one, ahead of it by as much as it was moved. */
export class MovableClock {
  private aheadMs = 0

  constructor(private readonly base: () => Date) {}

  readonly now = (): Date => new Date(this.base().getTime() + this.aheadMs)

  /** Never goes back. */
  advanceTo(moment: Date): void {
    this.aheadMs += Math.max(0, moment.getTime() - this.now().getTime())
  }
}

/** Milliseconds of a step; null for one that is backwards, no whole number or longer than ten years. */
export function stepMs({ days = 0, hours = 0, minutes = 0, seconds = 0 }: ClockStep): number | null {
  const parts = [days, hours, minutes, seconds]
  const total = days * UNITS.days + hours * UNITS.hours + minutes * UNITS.minutes + seconds * UNITS.seconds
  return parts.every((part) => Number.isSafeInteger(part) && part >= 0) && total <= LONGEST_MS ? total : null
}
