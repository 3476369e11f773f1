import type { Context } from "hono"
import type { Env } from "./api"
import { ApiError, fieldError, sessionGone, sessionNotFound } from "./api-error"
import { bankOf } from "./banks"
import { resultEnvelope, withoutNulls } from "./envelope"
import type { Gateway } from "./gateway"
import { isValidIban, normaliseIban } from "./iban"
import { isTerminal } from "./model"
import type { Attempt, Session } from "./model"
import { readAs } from "./request-body"
import { createRequest, ibanValidateRequest, verifyRequest } from "./schemas"
import type { SessionStore } from "./session-store"
import { sessionView } from "./session-view"
import type { Switches } from "./switches"
import type { CallRecord, Faults, HostedReturnUrls } from "./types"

export type EndpointOptions = {
  store: SessionStore
  gateway: Gateway
  faults: Faults
  switches: Switches
  hostedReturnUrls: () => HostedReturnUrls | null
  /** Awaited before pay and verify answer. */
  beforeAnswer: (attempt: Attempt) => Promise<void>
  /** Known once the server listens. */
  baseUrl: () => string
}

/** Answers a call that was admitted; `call` is its record, which fills up on the way. */
export type Endpoint = (c: Context<Env>, call: CallRecord) => Promise<Response>

/** All endpoints but pay, each of which asks the switches anew at every call. */
export function createEndpoints(options: EndpointOptions) {
  const { store, gateway, faults, switches } = options
  const view = (session: Session) => sessionView(session, switches, options.hostedReturnUrls())

  const create: Endpoint = async (c, call) => {
    const session = store.create(await readAs(c.req.raw, createRequest(switches)))
    call.session_token = session.token
    const { token: session_token, status } = session
    const address = `${options.baseUrl()}/s/${session_token}`
    const without = switches["payment-url"]
    const payment_url =
      session.hosted_page || without === "always" ? { payment_url: address } : without === "null" ? NO_ADDRESS : {}
    const whole = switches["create-answer"] === "whole-session"
    return c.json({ ...(whole ? view(session) : { session_token, status }), ...payment_url }, 201)
  }

  const get: Endpoint = async (c) => {
    const session = findSession(store, c)
    if (switches["get-terminal"] === "410" && isTerminal(session.status)) {
      throw sessionGone()
    }
    return c.json(view(session))
  }

  const verify: Endpoint = async (c) => {
    const session = findSession(store, c)
    await readAs(c.req.raw, verifyRequest(switches))
    const attempt = gateway.verify(session)
    await options.beforeAnswer(attempt)
    return c.json(resultEnvelope(session, attempt, options.baseUrl(), switches))
  }

  const cancel: Endpoint = async (c) => {
    const session = findSession(store, c)
    gateway.cancel(session)
    switch (switches["cancel-answer"]) {
      case "status":
        return c.json({ session_token: session.token, status: session.status })
      case "empty":
        return c.body(null, 200)
      case "whole-session":
        return c.json(view(session))
    }
  }

  const validateIban: Endpoint = async (c) => {
    if (faults.validateIbanDown) {
      throw new ApiError(503, "Service temporarily unavailable, try again later.")
    }
    const iban = normaliseIban((await readAs(c.req.raw, ibanValidateRequest(switches))).iban)
    const valid = isValidIban(iban)
    if (!valid && switches["invalid-iban-answer"] === "400") {
      throw fieldError("iban", INVALID_IBAN)
    }
    const key = switches["iban-message-key"]
    const message = valid || key === "none" ? {} : { [key]: INVALID_IBAN }
    const answer = { valid, ...(valid ? bankOf(iban) : { bank_name: null, bic: null }), ...message }
    return c.json(switches["absent-keys"] === "omitted" ? withoutNulls(answer) : answer)
  }

  return { create, get, verify, cancel, validateIban }
}

const INVALID_IBAN = "Invalid IBAN"
const NO_ADDRESS = { payment_url: null }

/** @throws ApiError 404 */
export function findSession(store: SessionStore, c: Context<Env>): Session {
  const session = store.find(c.req.param("token") ?? "")
  if (!session) {
    throw sessionNotFound()
  }
  return session
}
