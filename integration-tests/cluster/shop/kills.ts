import type { Dice } from "../dice"

/** When to kill, and whom. */
export interface Kill<Victim> {
  /** How many checkouts have begun by then. */
  after: number
  pause_ms: number
  victim: Victim
}

const LONGEST_PAUSE_MS = 3_000

/**
 * Pure but for the dice: kills at random moments, spread over the checkouts, none of them at the very end; each victim
 * as often as the others.
 */
export function planKills<Victim>(count: number, checkouts: number, victims: readonly Victim[], dice: Dice): Kill<Victim>[] {
  const rounds = Array.from({ length: Math.ceil(count / Math.max(1, victims.length)) }, () => dice.shuffle(victims)).flat()
  return rounds.slice(0, count).map((victim, index) => ({
    after: Math.max(1, Math.floor(((index + dice.next()) / count) * checkouts * 0.85)),
    pause_ms: dice.between(0, LONGEST_PAUSE_MS),
    victim,
  }))
}
