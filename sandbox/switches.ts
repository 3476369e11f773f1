/*
 * What CatalystPay's documentation leaves open or says in two ways. Each question is a named switch; the first answer
 * is what this sandbox does unless told otherwise. Sections are those of docs/contract.md.
 */

type Definition = { section: string; question: string; answers: readonly [string, ...string[]] }

export const SWITCHES = {
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
} as const satisfies Record<string, Definition>

export type SwitchName = keyof typeof SWITCHES
export type SwitchAnswer<Name extends SwitchName = SwitchName> = (typeof SWITCHES)[Name]["answers"][number]
/** The answer in force for every question. */
export type Switches = { [Name in SwitchName]: SwitchAnswer<Name> }

export const SWITCH_NAMES = Object.keys(SWITCHES).filter(isSwitchName)

export function isSwitchName(name: string): name is SwitchName {
  return Object.hasOwn(SWITCHES, name)
}

/** Whether a text is one of the answers to a question. */
export function isAnswer(name: SwitchName, answer: string): boolean {
  return SWITCHES[name].answers.some((known) => known === answer)
}

/**
 * The default of every switch, with `changes` over them.
 * @throws TypeError for a name or an answer that does not exist
 */
export function switchesWith(changes: Readonly<Record<string, string>> = {}): Switches {
  const answers = SWITCH_NAMES.map((name): [string, string] => [name, SWITCHES[name].answers[0]])
  const switches = { ...Object.fromEntries(answers), ...changes }
  const wrong = Object.entries(switches).find(([name, answer]) => !isSwitchName(name) || !isAnswer(name, answer))
  if (wrong || !isComplete(switches)) {
    throw new TypeError(`There is no switch ${wrong?.join("=")}.`)
  }
  return switches
}

function isComplete(switches: Record<string, string>): switches is Switches {
  return SWITCH_NAMES.every((name) => isAnswer(name, switches[name] ?? ""))
}
