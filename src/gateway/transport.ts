import { Agent, type Dispatcher } from "undici"
import { VERSION } from "./version"

/** Time limits in milliseconds. */
export type GatewayTimeouts = {
  /** Until a connection stands and the request goes out. Default 5,000. */
  connect_ms: number
  /** From then until the whole answer is there: create, pay, verify and cancel. Default 15,000. */
  submit_ms: number
  /** The same for calls that change nothing: get and IBAN validation. Default 8,000. */
  read_ms: number
}

export const DEFAULT_TIMEOUTS: GatewayTimeouts = { connect_ms: 5_000, submit_ms: 15_000, read_ms: 8_000 }

const MAX_ANSWER_BYTES = 1024 * 1024
const MAX_CONNECTIONS = 64

export type WireRequest = {
  method: "GET" | "POST"
  /** Below the base address, with leading and trailing slash. Holds the session token: never log it. */
  path: string
  /** Sent as a Bearer token; null sends no Authorization header. */
  api_key: string | null
  body: Record<string, unknown> | null
  answer_ms: number
}

/** What came of a request, before anybody asks what it means. */
export type WireOutcome =
  | {
      type: "answered"
      status: number
      retry_after: string | null
      /** null when the answer was cut, too long or not UTF-8. */
      body: string | null
    }
  /** Not a byte of the request left: `reason` is an error code or a few words, never text of the exchange. */
  | { type: "not_sent"; reason: string }
  /** It went out and no answer's head came back. */
  | { type: "silent"; reason: string }

/**
 * HTTP to one base address. It never throws, never follows redirects and never sends anything twice: whether a
 * repeat is harmless is for its caller to know.
 */
export class Transport {
  readonly #origin: string
  readonly #prefix: string
  readonly #dispatcher: Dispatcher
  readonly #owns_dispatcher: boolean
  readonly #connect_ms: number

  constructor(base_url: string, connect_ms: number, dispatcher?: Dispatcher) {
    const url = parseBaseUrl(base_url)
    this.#origin = url.origin
    this.#prefix = url.pathname.replace(/\/+$/, "")
    this.#connect_ms = connect_ms
    this.#owns_dispatcher = dispatcher === undefined
    this.#dispatcher =
      dispatcher ??
      new Agent({
        connections: MAX_CONNECTIONS,
        // One request per connection at a time: what shares a connection also shares its end.
        pipelining: 1,
        connect: { timeout: connect_ms },
        // The limits below are exact and cover the whole answer; undici's are per chunk and coarse.
        headersTimeout: 0,
        bodyTimeout: 0,
      })
  }

  send(request: WireRequest): Promise<WireOutcome> {
    return new Promise((resolve) => {
      const exchange = new Exchange(resolve, this.#connect_ms, request.answer_ms)
      try {
        this.#dispatcher.dispatch(
          {
            origin: this.#origin,
            path: `${this.#prefix}${request.path}`,
            method: request.method,
            headers: {
              accept: "application/json",
              "user-agent": `medusa-payment-catalystpay/${VERSION}`,
              ...(request.api_key === null ? {} : { authorization: `Bearer ${request.api_key}` }),
              ...(request.body === null ? {} : { "content-type": "application/json" }),
            },
            body: request.body === null ? null : JSON.stringify(request.body),
          },
          exchange,
        )
      } catch (error) {
        exchange.fail(error)
      }
    })
  }

  /** Ends the connections, unless the dispatcher was given: then it is its owner's to close. */
  async close(): Promise<void> {
    if (this.#owns_dispatcher) {
      await this.#dispatcher.close()
    }
  }
}

/**
 * One request on its way. undici calls `onRequestStart` immediately before it writes to a connection that stands
 * (client-h1.js, writeH1), so whether that call was made tells for certain, whatever the error's name, if the gateway
 * can have received anything.
 */
class Exchange implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | null = null
  #head: { status: number; retry_after: string | null } | null = null
  #chunks: Buffer[] = []
  #size = 0
  #settled = false
  #timer: NodeJS.Timeout
  readonly #resolve: (outcome: WireOutcome) => void
  readonly #answer_ms: number

  constructor(resolve: (outcome: WireOutcome) => void, connect_ms: number, answer_ms: number) {
    this.#resolve = resolve
    this.#answer_ms = answer_ms
    this.#timer = setTimeout(() => this.#end("no connection in time"), connect_ms)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Given up while it waited for a connection, or about to be written a second time: either way it must not go out.
    if (this.#settled || this.#controller !== null) {
      controller.abort(new Error("given up"))
      return
    }
    this.#controller = controller
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#end("no answer in time"), this.#answer_ms)
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Record<string, unknown>): void {
    // 1xx are announcements; the answer comes after them.
    if (status >= 200) {
      const retryAfter = headers["retry-after"]
      this.#head = { status, retry_after: typeof retryAfter === "string" ? retryAfter : null }
    }
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length
    if (this.#size > MAX_ANSWER_BYTES) {
      this.#end("answer too long")
    } else {
      this.#chunks.push(chunk)
    }
  }

  onResponseEnd(): void {
    this.#settle(this.#outcome(decode(Buffer.concat(this.#chunks)), "no answer"))
  }

  onResponseError(_: Dispatcher.DispatchController, error: unknown): void {
    this.fail(error)
  }

  fail(error: unknown): void {
    this.#settle(this.#outcome(null, codeOf(error)))
  }

  /** Gives the request up and lets go of its connection. */
  #end(reason: string): void {
    this.#settle(this.#outcome(null, reason))
    this.#controller?.abort(new Error(reason))
  }

  /** A status that arrived stands, even where the rest of the answer did not. */
  #outcome(body: string | null, reason: string): WireOutcome {
    if (this.#head !== null) {
      return { type: "answered", ...this.#head, body }
    }
    return { type: this.#controller === null ? "not_sent" : "silent", reason }
  }

  #settle(outcome: WireOutcome): void {
    if (!this.#settled) {
      this.#settled = true
      clearTimeout(this.#timer)
      this.#chunks = []
      this.#resolve(outcome)
    }
  }
}

/** An error's code only: messages and causes of an HTTP library may quote headers, paths and bodies. */
function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined
  return typeof code === "string" && /^[A-Z0-9_]+$/.test(code) ? code : "connection failed"
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"])

function parseBaseUrl(base_url: string): URL {
  const url = URL.canParse(base_url) ? new URL(base_url) : null
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new TypeError("baseUrl must be an address such as https://api.catalystpay.com/api/v1.")
  }
  if (url.protocol === "http:" && !LOOPBACK_HOSTS.has(url.hostname)) {
    throw new TypeError(`baseUrl must use https: IBANs and the API key would travel to ${url.hostname} in clear.`)
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError("baseUrl must be an address without user name, password, query or fragment.")
  }
  return url
}
