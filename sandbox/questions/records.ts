import type { Questions } from "./question"

/** Refunds, chargebacks and the reconciliation's records: sections 11 to 13, and 9.1 of chargebacks. */
export const RECORD_SWITCHES = {
  "refund-event": {
    section: "11",
    question: "Which event tells of a refund?",
    answers: ["transaction.created", "transaction.imported", "none"],
  },
  "refund-reference": {
    section: "11",
    question: "Does a refund carry the reference of the debit that it gives back?",
    answers: ["original", "null"],
  },
  "chargeback-event": {
    section: "9.1",
    question: "Does a chargeback come by API or notice, or by the import of a file?",
    answers: ["chargeback.created", "chargeback.imported"],
  },
  "reconciliation-default-end": {
    section: "13",
    question: "Where does a reconciliation window without an end date end?",
    answers: ["90-days", "today"],
  },
  "reconciliation-end": {
    section: "13",
    question: "Is the end date of a reconciliation window included?",
    answers: ["inclusive", "exclusive"],
  },
  "reconciliation-order": {
    section: "13",
    question: "In which order do reconciliation rows come?",
    answers: ["ascending", "descending"],
  },
  "reconciliation-day": {
    section: "13",
    question: "Whose midnight bounds a reconciliation day?",
    answers: ["UTC", "Europe/Berlin"],
  },
  "reconciliation-unprocessed": {
    section: "13",
    question: "Do transactions that are not processed yet appear?",
    answers: ["hidden", "shown"],
  },
  "reconciliation-amounts": {
    section: "13",
    question: "Are amounts of reconciliation rows texts or numbers?",
    answers: ["text", "number"],
  },
  "subscription-dates": {
    section: "13",
    question: "Are a subscription's dates days, or moments?",
    answers: ["date", "datetime"],
  },
  "chargeback-transaction": {
    section: "13",
    question: "Whose id is a chargeback's transaction_id: CatalystPay's, or the processor's?",
    answers: ["catalystpay", "processor"],
  },
} as const satisfies Questions
