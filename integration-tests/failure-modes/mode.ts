/** Something that goes wrong, and what comes of it. */
export interface FailureMode {
  /** What happens. */
  fault: string
  /** What the shopper sees of it. */
  shopper: string
  /** What the merchant sees of it; problems by their codes. */
  merchant: string
  /** How ledger, Medusa and gateway agree again, and by whom. */
  heals: string
  /** Names of the tests that play it, word for word as they stand in the sources. */
  tests: readonly [string, ...string[]]
}

export interface FailureModes {
  title: string
  modes: readonly FailureMode[]
}
