import { FAULT_POINTS, type FaultPoint } from "../../../src/modules/catalystpay/faults"

/** Nobody asks to be forgotten in these lives: scenarios/data-rights.ts dies there. */
const OF_NO_LIFE: readonly FaultPoint[] = ["after_debit_was_forgotten"]

/** What lives are meant to reach: how a debit ends, what happens to its money, and each point at which a process may die. */
export const TO_BE_SEEN: readonly string[] = [
  ...["opened", "ready", "approved", "awaiting_verification", "declined", "failed", "cancelled", "superseded"].map((end) => `ends ${end}`),
  "a capture",
  "a chargeback",
  "a return",
  "a return before it was booked",
  "a refund",
  "a refund that is due",
  "money that settled",
  "an external payment",
  "a repeat of /pay/",
  ...FAULT_POINTS.filter((point) => !OF_NO_LIFE.includes(point)).map((point) => `death at ${point}`),
]

/** What happened in all the lives. */
export class Seen {
  private readonly names = new Set<string>()

  note(name: string): void {
    this.names.add(name)
  }

  /** What did not happen in any of them. */
  get missing(): string[] {
    return TO_BE_SEEN.filter((name) => !this.names.has(name))
  }
}
