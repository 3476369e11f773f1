import type { Dispatcher } from "undici"
import { checkInput } from "./answers"
import { parseBaseUrl, type BaseAddress } from "./base-url"
import type { CallOptions } from "./call-options"
import { Caller, type Question } from "./caller"
import { Circuit, type CircuitView } from "./circuit"
import { GatewayError } from "./errors"
import { unusable } from "./failure"
import { normaliseIban } from "./iban"
import { pagesOf, rowsOf, type ListingStart, type Page } from "./reconciliation"
import type { ChargebacksQuery, SubscriptionsQuery, TransactionsQuery } from "./reconciliation-queries"
import {
  CHARGEBACKS,
  SUBSCRIPTIONS,
  TRANSACTIONS,
  type ChargebackRow,
  type SubscriptionRow,
  type TransactionRow,
} from "./reconciliation-schemas"
import { redactor } from "./redact-known"
import {
  cancelledSessionSchema,
  createdSessionSchema,
  ibanSchema,
  ibanValidationSchema,
  paymentResultSchema,
  paySchema,
  sessionTokenSchema,
  sessionViewSchema,
  verifySchema,
  type CancelledSession,
  type CreatedSession,
  type IbanValidation,
  type PayInput,
  type PaymentResult,
  type SessionView,
  type VerifyInput,
} from "./schemas"
import { campaignSessionSchema, directSessionSchema, type CreateSessionInput } from "./session-request"
import { DEFAULT_TIMEOUTS, type GatewayTimeouts } from "./timeouts"
import { Transport } from "./transport"
import type { Turns } from "./turns"

const IBAN_REFUSED = "CatalystPay does not accept this IBAN."
/** Where production answers (/guides/getting-started). */
export const PRODUCTION_API_URL = "https://api.catalystpay.com/api/v1"

export type CatalystPayClientOptions = {
  /** `rk_…`. Production and staging have different ones, and nothing in a key tells which it is. */
  apiKey: string
  /** Default: production. Staging is https://api.staging.catalystpay.com/api/v1. Must be https, but on loopback. */
  baseUrl?: string
  timeouts?: Partial<GatewayTimeouts>
  /** An undici dispatcher to send through, e.g. a proxy agent. It stays the caller's to close. */
  dispatcher?: Dispatcher
  /**
   * Who says when get, pay and verify may be called, and from which address of this machine. Default: nobody, every
   * call goes out at once from the system's own address. A turn's address is not used where a `dispatcher` is given.
   */
  turns?: Turns
  /** `false`: no call is made a second time by itself, not even where that is harmless. */
  retry?: false
}

/**
 * One account at CatalystPay: its API, one method per endpoint. Every failure is a `GatewayError`. By itself a call is
 * repeated only where that certainly does no harm (retries.ts), so never one that could open a session or debit twice.
 * After 5 failures in a row calls fail at once for 10 seconds (circuit.ts).
 *
 * Amounts are decimal strings in major units, e.g. "29.99". Authorisation as documented: the API key goes to create, cancel,
 * validate and the listings only, because for the others the session token in the path is the credential.
 */
export class CatalystPayClient {
  readonly #api_key: string
  readonly #base: BaseAddress
  readonly #transport: Transport
  readonly #circuit = new Circuit()
  readonly #caller: Caller

  /** @throws TypeError when the key or the address can't be used. */
  constructor(options: CatalystPayClientOptions) {
    if (!/^[\x21-\x7e]+$/.test(options.apiKey)) {
      throw new TypeError("apiKey must be a CatalystPay API key (rk_…), without white space or line breaks.")
    }
    this.#api_key = options.apiKey
    const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts }
    this.#base = parseBaseUrl(options.baseUrl ?? PRODUCTION_API_URL)
    this.#transport = new Transport(this.#base, timeouts.connect_ms, options.dispatcher)
    this.#caller = new Caller({
      api_key: options.apiKey,
      timeouts,
      transport: this.#transport,
      circuit: this.#circuit,
      turns: options.turns ?? null,
      retry: options.retry ?? true,
    })
  }

  /** Whether calls go out at present. */
  get circuit(): CircuitView {
    return this.#circuit.view
  }

  /** Opens a session. `conflict` means that the shopper already has an active one. */
  async createSession(input: CreateSessionInput, options: CallOptions = {}): Promise<CreatedSession> {
    const body =
      "campaign_id" in input && input.campaign_id !== undefined
        ? checkInput("create_session", campaignSessionSchema, input)
        : checkInput("create_session", directSessionSchema, input)
    return this.#caller.ask({ operation: "create_session", body, schema: createdSessionSchema }, options)
  }

  /** Reads a session. A terminal one may be answered with the error kind `gone` instead of its status. */
  async getSession(session_token: string, options: CallOptions = {}): Promise<SessionView> {
    return this.#askAboutSession(session_token, { operation: "get_session", schema: sessionViewSchema }, options)
  }

  /**
   * Asks whether CatalystPay takes an IBAN. An invalid one is an answer, not an error.
   * @param options - with a `session_token` the call is authorised by it instead of the API key (the server-to-server
   * guide, step 2); the limit then counts by address, not by key.
   */
  async validateIban(iban: string, options: CallOptions & { session_token?: string } = {}): Promise<IbanValidation> {
    const operation = "validate_iban"
    const { session_token } = options
    if (session_token !== undefined) {
      checkInput(operation, sessionTokenSchema, { session_token })
    }
    const authorised = session_token === undefined ? {} : { session_token, credential: "session_token" as const }
    const redact = redactor({ api_key: this.#api_key, session_token, iban })
    try {
      const body = { iban: normaliseIban(checkInput(operation, ibanSchema, { iban }).iban) }
      const question = { operation, body, iban, schema: ibanValidationSchema, ...authorised } as const
      const answer = await this.#caller.ask(question, options)
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
  async pay(session_token: string, input: PayInput, options: CallOptions = {}): Promise<PaymentResult> {
    const checked = checkInput("pay", paySchema, input)
    const body = { ...checked, iban: normaliseIban(checked.iban) }
    const question = { operation: "pay" as const, body, iban: checked.iban, schema: paymentResultSchema }
    return this.#askAboutSession(session_token, question, options)
  }

  /** Finalises a debit whose mandate the shopper has signed on the gateway's page. */
  async verify(session_token: string, input: VerifyInput, options: CallOptions = {}): Promise<PaymentResult> {
    const body = checkInput("verify", verifySchema, input)
    return this.#askAboutSession(session_token, { operation: "verify", body, schema: paymentResultSchema }, options)
  }

  /**
   * Cancels a session that is still PENDING. When no answer came to a first try and the second is told that the session
   * is over (410), most likely it was the first that ended it, and in any case it can't be paid any more, which is what
   * was asked for; so that is a success. Its status is "UNKNOWN" then: 410 stands for COMPLETED and FAILED too.
   */
  async cancel(session_token: string, options: CallOptions = {}): Promise<CancelledSession> {
    const gone_after_unknown = { session_token, status: "UNKNOWN" as const, raw_status: "" }
    const question = { operation: "cancel" as const, body: {}, schema: cancelledSessionSchema, gone_after_unknown }
    return this.#askAboutSession(session_token, question, options)
  }

  /**
   * The transactions processed in a window, across its pages: one page is held at a time, and stopping early stops the
   * calls. A row with odd or missing fields is delivered all the same, with nulls; one that is no object at all makes its
   * page useless (`unavailable`). Options count for each page.
   */
  transactions(query: TransactionsQuery, options: CallOptions = {}): AsyncIterable<TransactionRow> {
    return rowsOf(this.transactionPages(query, options))
  }

  /**
   * The same page by page, for a caller that keeps `next` and goes on from there another time: `{ next }` begins where a
   * page that was read before has ended. A `next` that leads anywhere but to this API is an `unexpected_response`,
   * and nothing is sent there.
   */
  transactionPages(
    start: ListingStart<TransactionsQuery>,
    options: CallOptions = {},
  ): AsyncIterable<Page<TransactionRow>> {
    return pagesOf(TRANSACTIONS, start, { base: this.#base, caller: this.#caller, options })
  }

  /** The chargebacks reported in a window; see `transactions`. */
  chargebacks(query: ChargebacksQuery, options: CallOptions = {}): AsyncIterable<ChargebackRow> {
    return rowsOf(this.chargebackPages(query, options))
  }

  /** The same page by page; see `transactionPages`. */
  chargebackPages(start: ListingStart<ChargebacksQuery>, options: CallOptions = {}): AsyncIterable<Page<ChargebackRow>> {
    return pagesOf(CHARGEBACKS, start, { base: this.#base, caller: this.#caller, options })
  }

  /** The subscriptions created in a window; see `transactions`. */
  subscriptions(query: SubscriptionsQuery, options: CallOptions = {}): AsyncIterable<SubscriptionRow> {
    return rowsOf(this.subscriptionPages(query, options))
  }

  /** The same page by page; see `transactionPages`. */
  subscriptionPages(
    start: ListingStart<SubscriptionsQuery>,
    options: CallOptions = {},
  ): AsyncIterable<Page<SubscriptionRow>> {
    return pagesOf(SUBSCRIPTIONS, start, { base: this.#base, caller: this.#caller, options })
  }

  /** Waits for calls under way and ends the connections, unless the dispatcher was given by the caller. */
  async close(): Promise<void> {
    await this.#transport.close()
  }

  /** An answer may leave the session token out, but one about another session is no answer. */
  async #askAboutSession<Answer extends { session_token: string | null }>(
    session_token: string,
    question: Question<Answer>,
    options: CallOptions,
  ): Promise<Answer & { session_token: string }> {
    checkInput(question.operation, sessionTokenSchema, { session_token })
    const answer = await this.#caller.ask({ ...question, session_token }, options)
    if (answer.session_token !== null && answer.session_token !== session_token) {
      throw unusable(question.operation, 200, "it is about another session")
    }
    return { ...answer, session_token }
  }
}
