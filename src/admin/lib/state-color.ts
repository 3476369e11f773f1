import type { DebitState } from "../../modules/catalystpay/debit-state"

export type StateColor = "green" | "red" | "blue" | "orange" | "grey" | "purple"

/** Green: the money is booked. Blue: promised. Orange: somebody waits. Red: no money, or trouble with it. */
const COLORS: Readonly<Record<DebitState, StateColor>> = {
  opened: "grey",
  ready: "grey",
  queued: "orange",
  submitting: "orange",
  awaiting_verification: "orange",
  approved: "blue",
  captured: "green",
  settled: "green",
  refund_due: "orange",
  refunded: "purple",
  declined: "red",
  failed: "red",
  charged_back: "red",
  orphaned: "red",
  cancelled: "grey",
  superseded: "grey",
}

export function stateColor(state: DebitState): StateColor {
  return COLORS[state]
}

/** In the order of a debit's life, trouble last. */
export const DEBIT_STATES: readonly string[] = Object.keys(COLORS)
