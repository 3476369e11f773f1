import type { TurnKind } from "./turns"

/** What can be asked of CatalystPay. */
export type GatewayOperation = "create_session" | "get_session" | "validate_iban" | "pay" | "verify" | "cancel"

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
  },
  get_session: {
    asked: "Reading a CatalystPay session",
    method: "GET",
    path: "/payment-sessions/{session_token}/",
    uses_api_key: false,
    changes_something: false,
    turn: "get",
  },
  validate_iban: {
    asked: "Validating an IBAN at CatalystPay",
    method: "POST",
    path: "/iban-validate/",
    uses_api_key: true,
    changes_something: false,
    turn: null,
  },
  pay: {
    asked: "Submitting a debit to CatalystPay",
    method: "POST",
    path: "/payment-sessions/{session_token}/pay/",
    uses_api_key: false,
    changes_something: true,
    turn: "pay",
  },
  verify: {
    asked: "Verifying a debit at CatalystPay",
    method: "POST",
    path: "/payment-sessions/{session_token}/verify/",
    uses_api_key: false,
    changes_something: true,
    turn: "verify",
  },
  cancel: {
    asked: "Cancelling a CatalystPay session",
    method: "POST",
    path: "/payment-sessions/{session_token}/cancel/",
    uses_api_key: true,
    changes_something: true,
    turn: null,
  },
}

/** The path of a call, the session token encoded into it. */
export function pathOf(operation: GatewayOperation, session_token = ""): string {
  return OPERATIONS[operation].path.replace("{session_token}", () => encodeURIComponent(session_token))
}
