import type { Questions } from "./question"

/** Paths, authorization, limits and error bodies: sections 1 to 4. */
export const CALL_SWITCHES = {
  "missing-slash": {
    section: "1",
    question: "What does a path without its closing slash answer?",
    answers: ["not-found", "redirect"],
  },
  "unauthorized-answer": {
    section: "2",
    question: "What does a 401 look like: with WWW-Authenticate and DRF's words, or bare with others?",
    answers: ["challenge", "bare"],
  },
  "needless-bearer": {
    section: "2",
    question: "What becomes of a wrong Authorization header on get, pay and verify, which need none?",
    answers: ["refused", "ignored"],
  },
  "caller-allow-list": {
    section: "2",
    question: "Are calls from addresses that were not registered refused (403)?",
    answers: ["off", "on"],
  },
  "throttle-key": {
    section: "3",
    question: "Which address does the per-second limit count: the connection's, X-Forwarded-For's, or customer_ip?",
    answers: ["connection", "forwarded-for", "customer-ip"],
  },
  "throttle-scopes": {
    section: "3",
    question: "Do get, pay and verify have a limit each, or one in common?",
    answers: ["each", "common"],
  },
  "retry-after": {
    section: "3.1",
    question: "What does a 429 ask to wait: the second that is left, the page's 60 seconds, or nothing?",
    answers: ["1", "60", "absent"],
  },
  "field-errors": {
    section: "4.1",
    question: "Is a field's error a text, a list of texts, or a list nested below its object?",
    answers: ["text", "list", "nested"],
  },
  "trouble-answer": {
    section: "4.2",
    question: "How does a failing server answer: with JSON, or as a proxy with an HTML page or nothing?",
    answers: ["json-500", "html-502", "empty-503"],
  },
  "pay-after-500": {
    section: "4.3",
    question: "What is true after a 500 or a lost answer of pay: debited, still in progress, or rolled back to PENDING?",
    answers: ["debited", "in-progress", "rolled-back"],
  },
} as const satisfies Questions
