import { referenceInUse } from "./api-error"
import type { Switches } from "./switches"

/** The references of the whole tenant. */
export class References {
  private readonly used = new Set<string>()

  constructor(private readonly switches: Switches) {}

  /** @throws ApiError 409 when it is in use already */
  take(reference: string | null): void {
    if (reference === null) {
      return
    }
    if (this.used.has(reference) || this.hasInOtherCase(reference)) {
      throw referenceInUse()
    }
    this.used.add(reference)
  }

  free(reference: string | null): void {
    if (reference !== null) {
      this.used.delete(reference)
    }
  }

  private hasInOtherCase(reference: string): boolean {
    const wanted = reference.toLowerCase()
    return this.switches["reference-case"] === "same" && [...this.used].some((used) => used.toLowerCase() === wanted)
  }
}
