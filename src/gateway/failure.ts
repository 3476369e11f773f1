import {
  GatewayError,
  kindOfSilence,
  kindOfStatus,
  type GatewayErrorKind,
  type GatewayErrorReason,
} from "./errors"
import { readErrorBody } from "./error-body"
import { OPERATIONS, type GatewayOperation } from "./operations"
import type { Redact } from "./redact-known"
import type { Unanswered, WireOutcome } from "./wire"

type Answered = Extract<WireOutcome, { type: "answered" }>

function asked(operation: GatewayOperation): string {
  const { asked, method, path } = OPERATIONS[operation]
  return `${asked} (${method} ${path})`
}

/** What a call was authorised with; null where the session token in its path is the credential. */
export type Credential = "api_key" | "session_token" | null

/** The error for an answer that is not a success. */
export function refusal(
  operation: GatewayOperation,
  answer: Answered,
  credential: Credential,
  redact: Redact,
): GatewayError {
  const { detail, fields } = readErrorBody(answer.body, redact)
  const kind = kindOfStatus(operation, answer.status)
  const said = detail === null ? "Its body says nothing readable." : `It said: ${detail}`
  return new GatewayError({
    kind,
    operation,
    message: `${asked(operation)} was answered with ${answer.status}: ${hint(kind, operation, answer.status, credential)} ${said}`,
    http_status: answer.status,
    detail,
    fields,
    retry_after_seconds: kind === "throttled" ? readRetryAfter(answer.retry_after, detail) : null,
  })
}

/** The error for a success whose body is of no use. */
export function unusable(operation: GatewayOperation, status: number, problem: string): GatewayError {
  const kind = kindOfSilence(operation)
  return new GatewayError({
    kind,
    operation,
    message: `${asked(operation)} was answered with ${status}, but ${problem}: ${hint(kind, operation)}`,
    http_status: status,
  })
}

/** The error for an answer that is no outage, and not one that the API documents; nothing was followed or sent on. */
export function unexpected(operation: GatewayOperation, status: number | null, problem: string): GatewayError {
  return new GatewayError({
    kind: "unexpected_response",
    operation,
    message: `${asked(operation)}: ${problem}`,
    http_status: status,
  })
}

/** The error for a request to which no answer came. */
export function unanswered(operation: GatewayOperation, outcome: Unanswered): GatewayError {
  const kind = outcome.type === "not_sent" ? "not_sent" : kindOfSilence(operation)
  const what = outcome.type === "not_sent" ? "could not be sent" : "got no answer"
  return new GatewayError({
    kind,
    operation,
    message: `${asked(operation)} ${what} (${outcome.reason}): ${hint(kind, operation)}`,
    reason: outcome.cause,
  })
}

/** The error for a call that was not even tried. @param why completes "… was not sent: ". */
export function untried(operation: GatewayOperation, reason: GatewayErrorReason, why: string): GatewayError {
  return new GatewayError({
    kind: "not_sent",
    operation,
    message: `${asked(operation)} was not sent: ${why}`,
    reason,
  })
}

/** The error for input that is refused before anything is sent. It says what is asked of values, never repeats them. */
export function refusedInput(operation: GatewayOperation, fields: Record<string, string>): GatewayError {
  const detail = Object.entries(fields)
    .map(([name, message]) => `${name}: ${message}`)
    .join(" · ")
  return new GatewayError({
    kind: "invalid_request",
    operation,
    message: `${asked(operation)} was not sent, because its input is not valid: ${detail}`,
    detail,
    fields,
  })
}

const UNAUTHORISED = {
  api_key: "the API key was refused; is it a key of this environment? Production and staging have different ones.",
  session_token: "the session token was refused; is it of this environment, and its session still open?",
  nothing: "the call was refused, although it needs no API key; does a proxy or firewall stand in between?",
}

/** The usual mistake or the way on, for a developer. */
function hint(
  kind: GatewayErrorKind,
  operation: GatewayOperation,
  status: number | null = null,
  credential: Credential = null,
): string {
  switch (kind) {
    case "not_sent":
      return "nothing was received there. Is the base address right and reachable from this server?"
    case "outcome_unknown":
      return "it may have been acted upon all the same. Read the session before anything is repeated."
    case "unavailable":
      return "the gateway has trouble. The call changes nothing and may be repeated later."
    case "invalid_request":
      return "a field is missing or not valid."
    case "unauthorized":
      return UNAUTHORISED[credential ?? "nothing"]
    case "not_found":
      return OPERATIONS[operation].path.includes("{session_token}")
        ? "the session is not known there; was it created in another environment or with another account?"
        : "there is no such address; does the base address end in /api/v1?"
    case "conflict":
      return operation === "create_session"
        ? "this shopper already has an active session."
        : "the session is not in the state that this needs, or the reference was used before."
    case "gone":
      return "the session has expired or is finished."
    case "throttled":
      return "too many calls from this address or with this key."
    case "unexpected_response":
      return status !== null && status < 400
        ? "redirects are not followed; is the base address right, with https?"
        : "this is not an answer that the API documents."
  }
}

/** Whole seconds, from the header or else from DRF's sentence. */
function readRetryAfter(header: string | null, detail: string | null): number | null {
  const seconds = /^\s*(\d{1,6})\s*$/.exec(header ?? "") ?? /available in (\d{1,6}) second/.exec(detail ?? "")
  return seconds?.[1] === undefined ? null : Number(seconds[1])
}
