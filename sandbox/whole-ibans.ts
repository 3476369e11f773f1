import type { Attempt } from "./model"
import type { Switches } from "./switches"

/** IBANs in clear: in memory, and only while the switch `webhook-iban` says that webhooks carry them whole. */
export class WholeIbans {
  private readonly byAttempt = new Map<Attempt, string>()

  constructor(private readonly switches: Switches) {}

  keep(attempt: Attempt, iban: string): void {
    if (this.isWanted()) {
      this.byAttempt.set(attempt, iban)
    }
  }

  /** Null while webhooks mask it, and for an attempt that was made while they did. */
  of(attempt: Attempt): string | null {
    return this.isWanted() ? (this.byAttempt.get(attempt) ?? null) : null
  }

  private isWanted(): boolean {
    const wanted = this.switches["webhook-iban"] === "whole"
    if (!wanted) {
      this.byAttempt.clear()
    }
    return wanted
  }
}
