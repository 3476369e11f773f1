import type { Questions } from "./question"

/** Webhooks, and the way back from the hosted page: sections 9 and 10. */
export const WEBHOOK_SWITCHES = {
  "webhook-method": {
    section: "9.2",
    question: "How does the endpoint take its webhooks?",
    answers: ["JSON_POST", "URL_PARAMS"],
  },
  "webhook-keys": {
    section: "9.3",
    question: "Do dots in a mapped key stay, or nest? (`flat` keeps the mapping's own keys)",
    answers: ["flat", "dotted", "nested"],
  },
  "webhook-nulls": {
    section: "9.3",
    question: "What does a variable without a value emit?",
    answers: ["null", "omitted", "empty-text"],
  },
  "webhook-iban": {
    section: "9.3",
    question: "Is the variable lead.iban masked, or whole?",
    answers: ["masked", "whole"],
  },
  "webhook-status-case": {
    section: "9.3",
    question: "In which case are the statuses of a webhook written?",
    answers: ["documented", "swapped"],
  },
  "webhook-body": {
    section: "9.4",
    question: "Are the bytes on the wire the canonical form that was signed?",
    answers: ["canonical", "pretty"],
  },
  "webhook-escapes": {
    section: "9.4",
    question: "Is the signed form escaped to ASCII, as Python's default is?",
    answers: ["ascii", "utf-8"],
  },
  "webhook-params-signed": {
    section: "9.4",
    question: "Is the signature of URL_PARAMS made over typed values, or over their texts?",
    answers: ["texts", "typed"],
  },
  "webhook-retries": {
    section: "9.5",
    question: "Is a webhook that was not answered with 2xx sent again?",
    answers: ["repeated", "once"],
  },
  "webhook-order": {
    section: "9.5",
    question: "Do the events of an attempt come in order?",
    answers: ["in-order", "reversed"],
  },
  "webhook-duplicates": {
    section: "9.5",
    question: "How often does each webhook come?",
    answers: ["once", "thrice"],
  },
  "webhook-timing": {
    section: "9.5",
    question: "Do webhooks come after the answer of the call that caused them, or before it?",
    answers: ["after-answer", "before-answer"],
  },
  "hosted-return": {
    section: "10",
    question: "Which parameters are added to the hosted page's return address?",
    answers: ["none", "token-and-order"],
  },
} as const satisfies Questions
