import type { Dice } from "../dice"

/** What a shopper does, and how the bank answers. */
export const SCENARIOS = [
  "approved",
  "declined, then approved",
  "signs the mandate",
  "answer lost",
  "answer is a 500",
  "no answer at all",
  "slow bank",
  "pay pressed twice",
  "leaves after pressing pay",
  "never presses pay",
  "declined for good",
] as const

export type Scenario = (typeof SCENARIOS)[number]

/** Of a hundred shoppers. */
const SHARES: Readonly<Record<Scenario, number>> = {
  approved: 36,
  "declined, then approved": 14,
  "signs the mandate": 10,
  "answer lost": 8,
  "answer is a 500": 5,
  "no answer at all": 2,
  "slow bank": 4,
  "pay pressed twice": 8,
  "leaves after pressing pay": 6,
  "never presses pay": 3,
  "declined for good": 4,
}

/** IBANs by the sandbox's test IBANs; every other valid one is approved. */
export const IBANS = {
  declined: "DE91100000000123456789",
  awaiting: "DE56100500009000000001",
  hard_decline: "DE60200411339000000008",
  slow: "DE67100100109000000010",
  lost_answer: "DE96100110019000000011",
  server_error: "DE35300209009000000012",
  hang: "DE23100500009000000013",
} as const

/** Accounts that the bank debits. */
export const GOOD_IBANS = ["DE89370400440532013000", "GB82WEST12345698765432", "DE54999999999000000009"] as const

/** The accounts that a shopper of a scenario gives first; whoever is asked for more gives good ones. */
export function ibansOf(scenario: Scenario, dice: Dice): string[] {
  switch (scenario) {
    case "declined, then approved":
      return [IBANS.declined]
    case "signs the mandate":
      return [IBANS.awaiting]
    case "answer lost":
      return [IBANS.lost_answer]
    case "answer is a 500":
      return [IBANS.server_error]
    case "no answer at all":
      return [IBANS.hang]
    case "slow bank":
      return [IBANS.slow]
    case "declined for good":
      return [IBANS.hard_decline]
    case "approved":
    case "pay pressed twice":
    case "leaves after pressing pay":
    case "never presses pay":
      return [dice.pick(GOOD_IBANS)]
  }
}

/** Pure but for the dice: who comes, in which order. From eleven shoppers on, each scenario is played. */
export function dealScenarios(count: number, dice: Dice): Scenario[] {
  const once = dice.shuffle(SCENARIOS)
  const urn = SCENARIOS.flatMap((scenario) => new Array<Scenario>(SHARES[scenario]).fill(scenario))
  const others = Array.from({ length: Math.max(0, count - once.length) }, () => dice.pick(urn))
  return dice.shuffle([...once, ...others].slice(0, count))
}
