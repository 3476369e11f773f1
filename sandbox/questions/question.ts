/** What CatalystPay's documentation leaves open, or says in two ways. */
export interface Question {
  /** Of docs/contract.md. */
  section: string
  question: string
  /** The first one is what this sandbox does unless told otherwise. */
  answers: readonly [string, ...string[]]
}

/** By the names of their switches. */
export type Questions = Record<string, Question>
