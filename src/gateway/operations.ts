import type { TurnKind } from "./turns"

/** What can be asked of CatalystPay. */
export type GatewayOperation =
  | "create_session"
  | "get_session"
  | "validate_iban"
  | "pay"
  | "verify"
  | "cancel"
  | "list_transactions"
  | "list_chargebacks"
  | "list_subscriptions"

/** The longest documented answer has 2 kB; the rest is for the branding of a session's campaign, and for error pages. */
const ANSWER_BYTES = 1024 * 1024
/** A page of 1000 rows, the most that can be asked for, measures 0.8 MB, 1.1 MB with indentation; wider rows fit in too. */
const PAGE_BYTES = 4 * 1024 * 1024

type Operation = {
  /** For error texts; the session token's place holder stands for the token. */
  asked: string
  method: "GET" | "POST"
  path: string
  /** Whether the API key is sent; where it is not, the session token in the path is the credential. */
  uses_api_key: boolean
  /** Whether repeating the call can do harm. */
  changes_something: boolean
  /** The queue it waits in: get, pay and verify are limited to one a second and address, the rest to 50 a second and key. */
  turn: TurnKind | null
  max_answer_bytes: number
}

/** The endpoints, as /reference/rate-limits lists them and the server-to-server guide authorises them. */
export const OPERATIONS: Readonly<Record<GatewayOperation, Operation>> = {
  create_session: {
    asked: "Creating a CatalystPay session",
    method: "POST",
    path: "/payment-sessions/",
    uses_api_key: true,
    changes_something: true,
    turn: null,
    max_answer_bytes: ANSWER_BYTES,
  },
  get_session: {
    asked: "Reading a CatalystPay session",
    method: "GET",
    path: "/payment-sessions/{session_token}/",
    uses_api_key: false,
    changes_something: false,
    turn: "get",
    max_answer_bytes: ANSWER_BYTES,
  },
  validate_iban: {
    asked: "Validating an IBAN at CatalystPay",
    method: "POST",
    path: "/iban-validate/",
    uses_api_key: true,
    changes_something: false,
    turn: null,
    max_answer_bytes: ANSWER_BYTES,
  },
  pay: {
    asked: "Submitting a debit to CatalystPay",
    method: "POST",
    path: "/payment-sessions/{session_token}/pay/",
    uses_api_key: false,
    changes_something: true,
    turn: "pay",
    max_answer_bytes: ANSWER_BYTES,
  },
  verify: {
    asked: "Verifying a debit at CatalystPay",
    method: "POST",
    path: "/payment-sessions/{session_token}/verify/",
    uses_api_key: false,
    changes_something: true,
    turn: "verify",
    max_answer_bytes: ANSWER_BYTES,
  },
  cancel: {
    asked: "Cancelling a CatalystPay session",
    method: "POST",
    path: "/payment-sessions/{session_token}/cancel/",
    uses_api_key: true,
    changes_something: true,
    turn: null,
    max_answer_bytes: ANSWER_BYTES,
  },
  list_transactions: {
    asked: "Listing CatalystPay's transactions",
    method: "GET",
    path: "/reconciliation/transactions/",
    uses_api_key: true,
    changes_something: false,
    turn: null,
    max_answer_bytes: PAGE_BYTES,
  },
  list_chargebacks: {
    asked: "Listing CatalystPay's chargebacks",
    method: "GET",
    path: "/reconciliation/chargebacks/",
    uses_api_key: true,
    changes_something: false,
    turn: null,
    max_answer_bytes: PAGE_BYTES,
  },
  list_subscriptions: {
    asked: "Listing CatalystPay's subscriptions",
    method: "GET",
    path: "/reconciliation/subscriptions/",
    uses_api_key: true,
    changes_something: false,
    turn: null,
    max_answer_bytes: PAGE_BYTES,
  },
}

/** The path of a call, the session token encoded into it. */
export function pathOf(operation: GatewayOperation, session_token = ""): string {
  return OPERATIONS[operation].path.replace("{session_token}", () => encodeURIComponent(session_token))
}
