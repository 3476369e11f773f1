import type { Dispatcher } from "undici"
import type { z } from "zod"
import { parseJson } from "./error-body"
import { GatewayError } from "./errors"
import { refusal, refusedInput, unanswered, unusable } from "./failure"
import { normaliseIban } from "./iban"
import { OPERATIONS, pathOf, type GatewayOperation } from "./operations"
import { hideIban, redactor } from "./redact-known"
import {
  campaignSessionSchema,
  cancelledSessionSchema,
  createdSessionSchema,
  directSessionSchema,
  ibanSchema,
  ibanValidationSchema,
  paymentResultSchema,
  paySchema,
  sessionTokenSchema,
  sessionViewSchema,
  verifySchema,
  type CancelledSession,
  type CreatedSession,
  type CreateSessionInput,
  type IbanValidation,
  type PayInput,
  type PaymentResult,
  type SessionView,
  type VerifyInput,
} from "./schemas"
import { DEFAULT_TIMEOUTS, Transport, type GatewayTimeouts } from "./transport"

const IBAN_REFUSED = "CatalystPay does not accept this IBAN."
const PRODUCTION = "https://api.catalystpay.com/api/v1"

export type CatalystPayClientOptions = {
  /** `rk_…`. Production and staging have different ones, and nothing in a key tells which it is. */
  apiKey: string
  /** Default: production. Staging is https://api.staging.catalystpay.com/api/v1. Must be https, but on loopback. */
  baseUrl?: string
  timeouts?: Partial<GatewayTimeouts>
  /** An undici dispatcher to send through, e.g. a proxy agent. It stays the caller's to close. */
  dispatcher?: Dispatcher
}

/** What a call is made with. */
type Call = { session_token?: string; iban?: string; body?: Record<string, unknown> }

/**
 * CatalystPay's API, one method per endpoint. Every failure is a `GatewayError`; nothing is repeated by itself.
 * Amounts are decimal strings in major units, e.g. "29.99". Authorisation as documented: the API key goes to create,
 * validate and cancel only, because for the others the session token in the path is the credential.
 */
export class CatalystPayClient {
  readonly #api_key: string
  readonly #timeouts: GatewayTimeouts
  readonly #transport: Transport

  /** @throws TypeError when the key or the address can't be used. */
  constructor(options: CatalystPayClientOptions) {
    if (!/^[\x21-\x7e]+$/.test(options.apiKey)) {
      throw new TypeError("apiKey must be a CatalystPay API key (rk_…), without white space or line breaks.")
    }
    this.#api_key = options.apiKey
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts }
    this.#transport = new Transport(options.baseUrl ?? PRODUCTION, this.#timeouts.connect_ms, options.dispatcher)
  }

  /** Opens a session. `conflict` means that the shopper already has an active one. */
  async createSession(input: CreateSessionInput): Promise<CreatedSession> {
    const body =
      "campaign_id" in input
        ? check("create_session", campaignSessionSchema, input)
        : check("create_session", directSessionSchema, input)
    return this.#ask("create_session", { body }, createdSessionSchema)
  }

  /** Reads a session. A terminal one may be answered with the error kind `gone` instead of its status. */
  async getSession(session_token: string): Promise<SessionView> {
    return this.#askAboutSession("get_session", session_token, {}, sessionViewSchema)
  }

  /** Asks whether CatalystPay takes an IBAN. An invalid one is an answer, not an error. */
  async validateIban(iban: string): Promise<IbanValidation> {
    const redact = redactor({ api_key: this.#api_key, iban })
    try {
      const body = { iban: normaliseIban(check("validate_iban", ibanSchema, { iban }).iban) }
      const answer = await this.#ask("validate_iban", { body, iban }, ibanValidationSchema)
      return answer.valid ? answer : { ...answer, message: redact(answer.message ?? IBAN_REFUSED) }
    } catch (error) {
      if (error instanceof GatewayError && error.kind === "invalid_request") {
        const message = error.http_status === null ? IBAN_REFUSED : (error.detail ?? IBAN_REFUSED)
        return { valid: false, bank_name: null, bic: null, message }
      }
      throw error
    }
  }

  /**
   * Submits a debit. A decline is a result, not an error. `conflict`: the reference was used before, or the session is
   * busy. `outcome_unknown`: the debit may have been submitted; never repeat it blindly.
   */
  async pay(session_token: string, input: PayInput): Promise<PaymentResult> {
    const checked = check("pay", paySchema, input)
    const body = { ...checked, iban: normaliseIban(checked.iban) }
    return this.#askAboutSession("pay", session_token, { body, iban: checked.iban }, paymentResultSchema)
  }

  /** Finalises a debit whose mandate the shopper has signed on the gateway's page. */
  async verify(session_token: string, input: VerifyInput): Promise<PaymentResult> {
    const body = check("verify", verifySchema, input)
    return this.#askAboutSession("verify", session_token, { body }, paymentResultSchema)
  }

  /** Cancels a session that is still PENDING. */
  async cancel(session_token: string): Promise<CancelledSession> {
    return this.#askAboutSession("cancel", session_token, { body: {} }, cancelledSessionSchema)
  }

  /** Waits for calls under way and ends the connections, unless the dispatcher was given by the caller. */
  async close(): Promise<void> {
    await this.#transport.close()
  }

  /** An answer may leave the session token out, but one about another session is no answer. */
  async #askAboutSession<Answer extends { session_token: string | null }>(
    operation: GatewayOperation,
    session_token: string,
    call: Call,
    schema: z.ZodType<Answer>,
  ): Promise<Answer & { session_token: string }> {
    check(operation, sessionTokenSchema, { session_token })
    const answer = await this.#ask(operation, { ...call, session_token }, schema)
    if (answer.session_token !== null && answer.session_token !== session_token) {
      throw unusable(operation, 200, "it is about another session")
    }
    return { ...answer, session_token }
  }

  async #ask<Answer>(operation: GatewayOperation, call: Call, schema: z.ZodType<Answer>): Promise<Answer> {
    const { method, uses_api_key, changes_something } = OPERATIONS[operation]
    const outcome = await this.#transport.send({
      method,
      path: pathOf(operation, call.session_token),
      api_key: uses_api_key ? this.#api_key : null,
      body: call.body ?? null,
      answer_ms: changes_something ? this.#timeouts.submit_ms : this.#timeouts.read_ms,
    })
    if (outcome.type !== "answered") {
      throw unanswered(operation, outcome)
    }
    if (outcome.status < 200 || outcome.status > 299) {
      throw refusal(operation, outcome, redactor({ api_key: this.#api_key, ...call }))
    }
    return readAnswer(operation, outcome.status, outcome.body, call, schema)
  }
}

function readAnswer<Answer>(
  operation: GatewayOperation,
  status: number,
  body: string | null,
  call: Call,
  schema: z.ZodType<Answer>,
): Answer {
  if (body === null) {
    throw unusable(operation, status, "its body was cut, too long or not UTF-8")
  }
  // Nothing documents what a cancellation is answered with, so a success without words is one.
  const json = body === "" && operation === "cancel" ? {} : parseJson(body, hideIban(call.iban ?? ""))
  const answer = schema.safeParse(json)
  if (!answer.success) {
    const fields = Object.keys(fieldsOf(answer.error)).filter(Boolean).join(", ")
    throw unusable(operation, status, fields ? `these are missing or not valid: ${fields}` : "its body is not JSON")
  }
  return answer.data
}

function check<Input>(operation: GatewayOperation, schema: z.ZodType<Input>, input: unknown): Input {
  const checked = schema.safeParse(input)
  if (!checked.success) {
    throw refusedInput(operation, fieldsOf(checked.error))
  }
  return checked.data
}

function fieldsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]))
}
