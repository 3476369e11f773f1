import { SWITCHES, SWITCH_NAMES, type SwitchName } from "../../../sandbox"
import type { JourneyName } from "./journeys"

/** A question of the documentation's that is answered otherwise than by default. */
export interface Flip {
  /** `name=answer` */
  flip: string
  name: SwitchName
  answer: string
  journeys: readonly JourneyName[]
}

const ALL_WAYS = [
  "is approved",
  "is declined, and pays from another account",
  "is declined for good, and starts again",
  "signs the mandate",
  "refuses the mandate, and pays from another account",
  "changes the cart before paying",
  "comes back for a second order",
] as const

/** The ways that come past what a section of the contract is about. Sections that are not named concern no checkout. */
const WAYS_PAST: Readonly<Record<string, readonly JourneyName[]>> = {
  "1": ["is approved", "signs the mandate"],
  "2": ["is approved", "signs the mandate", "changes the cart before paying"],
  "4.1": ["is approved", "comes back for a second order"],
  "4.2": ["is approved"],
  "5.1": ["is approved", "is declined for good, and starts again", "changes the cart before paying", "comes back for a second order"],
  "5.2": ["is approved", "signs the mandate", "refuses the mandate, and pays from another account"],
  "5.3": ["is approved", "is declined for good, and starts again", "changes the cart before paying"],
  "5.4": ["is approved", "changes the cart before paying"],
  "6.1": ["is approved", "is declined, and pays from another account", "refuses the mandate, and pays from another account"],
  "6.3": ALL_WAYS,
  "6.4": ALL_WAYS,
  "6.5": ["is approved", "signs the mandate", "refuses the mandate, and pays from another account"],
  "8": ["is approved", "is declined, and pays from another account"],
  "9.2": ["is approved", "signs the mandate"],
  "9.3": ["is approved", "is declined, and pays from another account", "signs the mandate"],
  "9.4": ["is approved"],
  "9.5": ["is approved", "is declined, and pays from another account", "signs the mandate"],
}

export const FLIPS: readonly Flip[] = SWITCH_NAMES.flatMap((name) => {
  const journeys = WAYS_PAST[SWITCHES[name].section] ?? []
  const others = journeys.length === 0 ? [] : SWITCHES[name].answers.slice(1)
  return others.map((answer) => ({ flip: `${name}=${answer}`, name, answer, journeys }))
})
