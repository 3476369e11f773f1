/**
 * The life of a debit, as one table. `status` says how far the submission is, and nothing else; what happens to the
 * money afterwards are facts beside it (see design: "The life of a debit").
 */
export const DEBIT_STATUSES = [
  "opened",
  "ready",
  "queued",
  "submitting",
  "approved",
  "awaiting_verification",
  "declined",
  "failed",
  "cancelled",
  "superseded",
] as const

export type DebitStatus = (typeof DEBIT_STATUSES)[number]

/** Who collected it: this store, or somebody who paid at the gateway with the session token. */
export const DEBIT_ORIGINS = ["store", "external"] as const
export type DebitOrigin = (typeof DEBIT_ORIGINS)[number]

export const DEBIT_TRANSITIONS = {
  bank_account_attached: { opened: "ready", ready: "ready", declined: "ready" },
  // Its turn did not come in time, or the gateway certainly did not take it for want of a turn (429).
  queued: { ready: "queued", submitting: "queued" },
  submission_started: { ready: "submitting", queued: "submitting" },
  // The gateway certainly did not take the attempt (never reached, 4xx): the shopper may press pay again.
  submission_not_accepted: { submitting: "ready" },
  // Hosted: the shopper pays, or may have paid, on the gateway's own page; and nothing is under way there after all.
  found_on_page: { opened: "submitting", declined: "submitting" },
  left_on_page: { submitting: "opened" },
  verification_required: { submitting: "awaiting_verification" },
  verification_returned: { awaiting_verification: "awaiting_verification" },
  approved: { submitting: "approved", awaiting_verification: "approved" },
  declined: { submitting: "declined", awaiting_verification: "declined" },
  failed: { queued: "failed", submitting: "failed", awaiting_verification: "failed", approved: "failed" },
  cancelled: {
    opened: "cancelled",
    ready: "cancelled",
    declined: "cancelled",
    queued: "cancelled",
    // By the gateway's own word only: the shopper gave it up and the session ended.
    awaiting_verification: "cancelled",
  },
  superseded: { opened: "superseded", ready: "superseded", declined: "superseded" },
  // The sealed IBAN of a shopper who never pressed pay was destroyed.
  seal_expired: { ready: "opened" },
  // By the gateway's own word, for what this store did not submit: never paid for an order here, always reported.
  paid_externally: {
    opened: "approved",
    ready: "approved",
    queued: "approved",
    declined: "approved",
    failed: "approved",
    cancelled: "approved",
    superseded: "approved",
  },
} as const satisfies Record<string, Partial<Record<DebitStatus, DebitStatus>>>

export type DebitTransition = keyof typeof DEBIT_TRANSITIONS

export type Decision =
  | { kind: "applied"; from: DebitStatus; to: DebitStatus }
  /** The debit is already there: the same news a second time. */
  | { kind: "repeated"; status: DebitStatus }
  | { kind: "refused"; from: DebitStatus; reason: string }
  /** Somebody else moved the debit after the caller read it; the caller must look again. */
  | { kind: "overtaken"; status: DebitStatus }

/** What the table needs to know of a debit. */
export interface DebitPosition {
  status: DebitStatus
  /** Number of the current attempt, from 1; 0 before the first bank account. */
  attempt: number
  /** Whether money was captured: a debit that returns afterwards is a chargeback, not a failure. */
  captured: boolean
}

const OUTCOMES: ReadonlySet<DebitTransition> = new Set(["approved", "declined", "failed", "verification_required"])

const TARGETS: Readonly<Partial<Record<DebitTransition, DebitStatus>>> = {
  approved: "approved",
  declined: "declined",
  failed: "failed",
  cancelled: "cancelled",
  superseded: "superseded",
  paid_externally: "approved",
  verification_required: "awaiting_verification",
}

/**
 * Decides what a piece of news does to a debit. What the table does not list is refused, to be recorded, never applied.
 * @param attempt the attempt the news speaks of; an outcome of an older attempt never touches the current one.
 */
export function decide(debit: DebitPosition, transition: DebitTransition, attempt: number | null = null): Decision {
  const from = debit.status
  if (OUTCOMES.has(transition) && attempt !== null && attempt !== debit.attempt) {
    return { kind: "refused", from, reason: `news of attempt ${attempt}, while attempt ${debit.attempt} is current` }
  }
  if (TARGETS[transition] === from) {
    return { kind: "repeated", status: from }
  }
  if (transition === "failed" && from === "approved" && debit.captured) {
    return { kind: "refused", from, reason: "the money was captured already: a return now is a chargeback" }
  }
  const to = target(transition, from)
  if (!to) {
    return { kind: "refused", from, reason: `"${transition}" does not follow "${from}"` }
  }
  return { kind: "applied", from, to }
}

function target(transition: DebitTransition, from: DebitStatus): DebitStatus | undefined {
  const row: Partial<Record<DebitStatus, DebitStatus>> = DEBIT_TRANSITIONS[transition]
  return row[from]
}

/** Nothing was submitted that could still become a debit: the session may be cancelled or replaced. */
export function isUnsubmitted(status: DebitStatus): boolean {
  return status === "opened" || status === "ready" || status === "declined"
}

/** The gateway has it, or may have it: the cart must not change under it. */
export function isInFlight(status: DebitStatus): boolean {
  return status === "queued" || status === "submitting" || status === "awaiting_verification"
}

/** No longer the debit of its Medusa payment session. */
export function isReplaced(status: DebitStatus): boolean {
  return status === "cancelled" || status === "superseded"
}

/** The facts beside the status; amounts are decimal strings in major units. */
export interface DebitFacts {
  status: DebitStatus
  captured_amount: string
  refund_due_amount: string
  refunded_amount: string
  charged_back_amount: string
  settled_at: Date | null
  returned_at: Date | null
  orphaned_at: Date | null
}

/** Words for people: how far the submission is, or what happened to the money since. */
export const DEBIT_STATES = [
  ...DEBIT_STATUSES,
  "captured",
  "settled",
  "refund_due",
  "refunded",
  "charged_back",
  "orphaned",
] as const

export type DebitState = (typeof DEBIT_STATES)[number]

/**
 * The one word people see, derived from status and facts; the most troubling fact wins. The database says the same in the
 * column `state` (Migration20261130040000), for lists to filter by.
 */
export function deriveState(debit: DebitFacts): DebitState {
  if (debit.status !== "approved") {
    return debit.status
  }
  if (isPositive(debit.charged_back_amount)) return "charged_back"
  if (debit.orphaned_at) return "orphaned"
  if (isPositive(debit.refund_due_amount)) return "refund_due"
  if (isPositive(debit.refunded_amount)) return "refunded"
  if (debit.settled_at) return "settled"
  return isPositive(debit.captured_amount) ? "captured" : "approved"
}

function isPositive(amount: string): boolean {
  return Number(amount) > 0
}
