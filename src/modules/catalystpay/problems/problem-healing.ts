import type { DeliveryView } from "../webhooks/inbox"
import type { ProblemCode } from "./problem-codes"
import type { ProblemRecord } from "./problems"

/** What is known about the subject of a problem, when it is looked at whether it is healed. */
export interface HealingFacts {
  /** When a signed webhook last came for the account itself, and for any account of its tenant. */
  last_delivery_at: Date | null
  last_delivery_of_tenant_at: Date | null
  /** When this process last saw the account's key being accepted. */
  key_accepted_at: Date | null
  /** Whether it is about a delivery at all: a transaction that is no debit's is assigned by its row, or never. */
  is_about_delivery: boolean
  /** That delivery; null when it was deleted since. */
  delivery: Pick<DeliveryView, "status" | "debit_id"> | null
}

type IsHealed = (problem: Pick<ProblemRecord, "created_at">, facts: HealingFacts) => boolean

/** Pure rules, one for each problem that the watching job closes; the others are closed by those who opened them. */
const RULES = {
  webhooks_silent: ({ created_at }, facts) => isAfter(facts.last_delivery_of_tenant_at, created_at),
  webhook_signature_failing: ({ created_at }, facts) => isAfter(facts.last_delivery_at, created_at),
  gateway_credentials_rejected: ({ created_at }, facts) => isAfter(facts.key_accepted_at, created_at),
  webhook_given_up: (_problem, { delivery }) => delivery === null || delivery.status === "processed" || delivery.status === "ignored",
  event_unmatched: (_problem, { is_about_delivery, delivery }) => is_about_delivery && (delivery === null || delivery.debit_id !== null),
} as const satisfies Partial<Record<ProblemCode, IsHealed>>

export type WatchedProblem = keyof typeof RULES

export const WATCHED_PROBLEMS: readonly WatchedProblem[] = [
  "webhooks_silent",
  "webhook_signature_failing",
  "gateway_credentials_rejected",
  "webhook_given_up",
  "event_unmatched",
]

/** Pure: whether what a problem speaks of is no longer so. */
export function isHealed(code: WatchedProblem, problem: Pick<ProblemRecord, "created_at">, facts: HealingFacts): boolean {
  const rule: IsHealed = RULES[code]
  return rule(problem, facts)
}

function isAfter(moment: Date | null, other: Date): boolean {
  return moment !== null && moment.getTime() > other.getTime()
}
