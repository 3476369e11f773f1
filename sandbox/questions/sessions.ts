import type { Questions } from "./question"

/** Opening, reading and ending sessions: section 5. */
export const SESSION_SWITCHES = {
  "zero-amount": {
    section: "5.1",
    question: "Is an amount of zero accepted?",
    answers: ["refused", "accepted"],
  },
  "other-currencies": {
    section: "5.1",
    question: "Are currencies other than EUR accepted?",
    answers: ["accepted", "refused"],
  },
  "billing-frequency": {
    section: "5.1",
    question: "Does a recurring session need a billing_frequency?",
    answers: ["optional", "required"],
  },
  "trial-price-zero": {
    section: "5.1",
    question: "May a trial cost nothing?",
    answers: ["allowed", "refused"],
  },
  "unknown-fields": {
    section: "5.1",
    question: "Are fields that the documentation does not list ignored or refused?",
    answers: ["ignored", "refused"],
  },
  "lead-phone": {
    section: "5.1",
    question: "Must a phone number be written as E.164?",
    answers: ["any", "e164"],
  },
  "duplicate-lead": {
    section: "5.1",
    question: "What becomes of a second lead with the same e-mail: reused, made anew, or refused (400)?",
    answers: ["reused", "new", "refused"],
  },
  "lead-key": {
    section: "5.1",
    question: "By what is a busy lead known: by e-mail when a session is created, or by IBAN when it is paid?",
    answers: ["email", "iban"],
  },
  "active-statuses": {
    section: "5.1",
    question: "Which sessions keep a lead from opening another: all that are not terminal, or those not yet submitted?",
    answers: ["not-terminal", "pending-only", "none"],
  },
  "create-answer": {
    section: "5.1",
    question: "Does a create answer three keys, or the whole session?",
    answers: ["three-keys", "whole-session"],
  },
  "payment-url": {
    section: "5.1",
    question: "Is there a payment_url when no hosted page is configured?",
    answers: ["always", "null", "absent"],
  },
  "direct-campaign": {
    section: "5.2",
    question: "What are campaign and offer of a direct session in a GET: null, absent, or made up?",
    answers: ["null", "absent", "synthesised"],
  },
  "acceptance-mode": {
    section: "5.2",
    question: "Which mandate acceptance mode does a GET name?",
    answers: ["checkbox", "signature"],
  },
  "get-terminal": {
    section: "5.2",
    question: "Does GET of a COMPLETED, FAILED or EXPIRED session answer 200 with its status, or 410?",
    answers: ["200", "410"],
  },
  "offer-billing-type": {
    section: "5.2",
    question: "In which case does a GET write the offer's billing_type?",
    answers: ["lower", "upper"],
  },
  "cancel-answer": {
    section: "5.3",
    question: "What does a cancellation answer: token and status, nothing, or the whole session?",
    answers: ["status", "empty", "whole-session"],
  },
  "cancel-awaiting": {
    section: "5.3",
    question: "Can a session that awaits its verification be cancelled?",
    answers: ["conflict", "expires"],
  },
  "session-expiry": {
    section: "5.4",
    question: "Does a PENDING session expire by itself?",
    answers: ["never", "30-minutes"],
  },
} as const satisfies Questions
