import type { Questions } from "./question"

/** Paying, verifying and checking an IBAN: sections 6 to 8. */
export const PAYMENT_SWITCHES = {
  "iban-spelling": {
    section: "6.1",
    question: "Does pay take an IBAN with spaces or in lower case?",
    answers: ["any", "strict"],
  },
  "holder-length": {
    section: "6.1",
    question: "How long may the account holder's name be?",
    answers: ["70", "255", "35"],
  },
  "malformed-iban": {
    section: "6.1",
    question: "Does pay answer a malformed IBAN with 400, or with a declined envelope?",
    answers: ["400", "declined"],
  },
  "iban-country": {
    section: "6.1",
    question: "Must the IBAN be of the lead's country?",
    answers: ["any", "same"],
  },
  "spaces-reference": {
    section: "6.1",
    question: "Is a reference of nothing but spaces blank (400), or kept?",
    answers: ["blank", "kept"],
  },
  "reference-case": {
    section: "6.1",
    question: "Are two references that differ in case only the same?",
    answers: ["distinct", "same"],
  },
  "declined-reference": {
    section: "6.1",
    question: "Is the reference of a declined attempt used up?",
    answers: ["used-up", "free"],
  },
  "absent-keys": {
    section: "6.3",
    question: "Are keys without a source null, or left out?",
    answers: ["null", "omitted"],
  },
  "transaction-block": {
    section: "6.3",
    question: "Has an envelope always a transaction, or only a settled one?",
    answers: ["always", "settled-only"],
  },
  "awaiting-words": {
    section: "6.3",
    question: "Which statuses do transaction and order have while a verification is awaited?",
    answers: ["pending", "null", "unseen"],
  },
  "awaiting-retry": {
    section: "6.3",
    question: "What is retry_allowed while a verification is awaited?",
    answers: ["null", "false", "true"],
  },
  "sequence-type": {
    section: "6.3",
    question: "Which sequence type does a one-off debit have?",
    answers: ["FRST", "OOFF", "null"],
  },
  "unseen-code": {
    section: "6.3",
    question: "Does error_details.code stay within its closed list?",
    answers: ["listed", "unseen"],
  },
  "last-decline": {
    section: "6.3",
    question: "How is the decline written that leaves no further attempt?",
    answers: ["failed", "declined"],
  },
  "retryable-decline": {
    section: "6.3",
    question: "How is a decline written after which another attempt is allowed?",
    answers: ["declined", "failed"],
  },
  "retry-order": {
    section: "6.3",
    question: "Does another attempt make a new order, or revive the failed one?",
    answers: ["new", "reused"],
  },
  "refused-attempt": {
    section: "6.4",
    question: "Does a pay that is answered with 400 or 409 use up an attempt?",
    answers: ["free", "counted"],
  },
  "hard-decline": {
    section: "6.4",
    question: "Does a hard decline end the session, or leave it PENDING with retry_allowed false?",
    answers: ["ends-session", "stays-pending"],
  },
  "verification-return": {
    section: "6.5",
    question: "Which parameter carries the verification id back to the shop?",
    answers: ["verification_id", "other-name", "none"],
  },
  "unreturned-verification": {
    section: "6.5",
    question: "Is a signed mandate collected although nobody calls verify?",
    answers: ["waits", "collected"],
  },
  "early-verify": {
    section: "6.5",
    question: "What does verify do before the shopper has decided: wait on, decline the attempt, or answer 409?",
    answers: ["waits", "declined", "conflict"],
  },
  "transaction-words": {
    section: "7",
    question: "Which word does a settled transaction have?",
    answers: ["settled", "unseen"],
  },
  "iban-message-key": {
    section: "8",
    question: "Under which key does iban-validate say what is wrong?",
    answers: ["error", "message", "detail", "none"],
  },
  "invalid-iban-answer": {
    section: "8",
    question: "Does iban-validate answer an invalid IBAN with 200, or with 400?",
    answers: ["200", "400"],
  },
} as const satisfies Questions
