import type { FormField, SepaMandate, SepaOutcome } from "../client/outcome"
import type { SepaSession } from "../client/session"
import type { Step } from "../texts/types"

/** Where a payment stands on this page. It never holds an IBAN. */
export interface CheckoutState {
  /** What is being waited for; no other step begins meanwhile. */
  step: Step | null
  /** The session that the next step is about; null before there is one, and when another one is needed. */
  session: SepaSession | null
  mandate: SepaMandate | null
  /** What the last step came to. */
  outcome: SepaOutcome | null
  /** CatalystPay's page takes the bank account, as far as it is known yet. */
  hosted: boolean
}

export const INITIAL_STATE: CheckoutState = { step: null, session: null, mandate: null, outcome: null, hosted: false }

/** What a page shows: one of these at a time. */
export type View =
  /** Bank account, mandate and the button that pays. */
  | "form"
  /** The link to CatalystPay's page, which takes bank account and mandate. */
  | "payment_page"
  /** The link to the bank's page, and the way not to sign. */
  | "verification"
  /** Nobody knows yet, or another page has paid: nothing that could pay again. */
  | "waiting"
  /** Approved, and no order yet: the button that completes the order. */
  | "approved"
  /** The order is placed. */
  | "done"

/** Pure: what to show of a state. */
export function viewOf({ session, outcome, hosted }: CheckoutState): View {
  const view = viewOfOutcome(session, outcome)
  const takesAccount = view === "form" || view === "verification"
  return hosted && takesAccount ? "payment_page" : view
}

function viewOfOutcome(session: SepaSession | null, outcome: SepaOutcome | null): View {
  switch (outcome?.type) {
    case "placed":
    case "placed_pending":
      return "done"
    case "approved":
      return "approved"
    case "unknown":
      return "waiting"
    case "needs_payment_page":
      return "payment_page"
    case "needs_verification":
      return "verification"
    case "in_progress":
      return outcome.code === "payment_in_progress" ? (awaitsSignature(session) ? "verification" : "waiting") : lastView(session)
    case "throttled":
    case "unavailable":
    case "unreachable":
    case "refused":
    case undefined:
      return lastView(session)
    case "needs_bank_account":
    case "ready":
    case "declined":
    case "failed":
    case "ended":
      return "form"
  }
}

/** Trouble with a step leaves the page where it was. */
function lastView(session: SepaSession | null): View {
  if (awaitsSignature(session)) {
    return "verification"
  }
  return session?.data.status === "approved" ? "approved" : "form"
}

function awaitsSignature(session: SepaSession | null): boolean {
  return session?.data.status === "awaiting_verification"
}

/** Pure: the session that goes on after an outcome; trouble changes nothing about it. */
export function sessionAfter(outcome: SepaOutcome, before: SepaSession | null): SepaSession | null {
  switch (outcome.type) {
    case "failed":
    case "ended":
      return null
    case "needs_bank_account":
    case "ready":
    case "needs_payment_page":
    case "needs_verification":
    case "approved":
    case "placed":
    case "placed_pending":
    case "declined":
      return outcome.session
    case "refused":
      return isGone(outcome) ? null : before
    case "unknown":
    case "in_progress":
    case "throttled":
    case "unavailable":
    case "unreachable":
      return before
  }
}

/** Pure: whether another session may be paid with where this one cannot. The cart's total may have changed meanwhile. */
export function isGone(outcome: SepaOutcome): boolean {
  const { type } = outcome
  return type === "refused" && (outcome.code === "session_not_found" || outcome.code === "session_not_payable")
}

/** Pure: the page is known to take the bank account, from the session or from what was known before. */
export function isHosted(session: SepaSession | null, before: boolean): boolean {
  return session ? session.data.collect === "hosted" : before
}

/** Pure: the field beside which an outcome is told; null for the whole form. */
export function fieldOf(outcome: SepaOutcome): FormField | null {
  if (outcome.type === "refused") {
    return outcome.field
  }
  if (outcome.type !== "declined" || outcome.session.data.collect === "hosted") {
    return null
  }
  switch (outcome.code) {
    case "invalid_holder_name":
      return "holder_name"
    case "invalid_iban":
    case "account_closed":
    case "insufficient_funds":
    case "do_not_honor":
      return "iban"
    case "mandate_rejected":
    case "gateway_unavailable":
    case "not_submitted":
    case "unknown":
      return null
  }
}
