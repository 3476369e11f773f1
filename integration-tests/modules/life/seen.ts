import { FAULT_POINTS } from "../../../src/modules/catalystpay/faults"

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
  ...FAULT_POINTS.map((point) => `death at ${point}`),
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
