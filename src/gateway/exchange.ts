import type { Dispatcher } from "undici"
import type { Unanswered, WireBody, WireOutcome, WireRequest } from "./wire"

const CUT: WireBody = { flaw: "was cut off" }

/**
 * One request on its way. undici calls `onRequestStart` immediately before it writes to a connection that stands
 * (client-h1.js, writeH1), so whether that call was made tells for certain, whatever the error's name, if the gateway
 * can have received anything.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | null = null
  #head: { status: number; retry_after: string | null; encoded: boolean } | null = null
  #chunks: Buffer[] = []
  #size = 0
  #settled = false
  #timer: NodeJS.Timeout
  readonly #resolve: (outcome: WireOutcome) => void
  readonly #request: WireRequest

  constructor(resolve: (outcome: WireOutcome) => void, connect_ms: number, request: WireRequest) {
    this.#resolve = resolve
    this.#request = request
    this.#timer = setTimeout(() => this.#end("no connection in time"), connect_ms)
    request.deadline.signal.addEventListener("abort", this.#giveUp)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Given up while it waited for a connection, or about to be written a second time: either way it must not go out.
    if (this.#settled || this.#controller !== null) {
      controller.abort(new Error("given up"))
      return
    }
    this.#controller = controller
    this.#request.on_sent?.()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#end("no answer in time"), this.#request.answer_ms)
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Record<string, unknown>): void {
    // 1xx are announcements; the answer comes after them.
    if (status >= 200) {
      const { "retry-after": retry_after, "content-encoding": encoding = "identity" } = headers
      this.#head = {
        status,
        retry_after: typeof retry_after === "string" ? retry_after : null,
        encoded: encoding !== "identity",
      }
    }
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length
    const { max_answer_bytes } = this.#request
    if (this.#size > max_answer_bytes) {
      this.#end("answer too long", "connection", { flaw: `is longer than ${max_answer_bytes} bytes` })
    } else {
      this.#chunks.push(chunk)
    }
  }

  onResponseEnd(): void {
    // We ask for no compression, and unpacking what was not asked for could blow up a small answer without bound.
    const body = this.#head?.encoded ? { flaw: "is compressed, which was not asked for" } : decode(this.#chunks)
    this.#settle(this.#outcome("no answer", "connection", body))
  }

  onResponseError(_: Dispatcher.DispatchController, error: unknown): void {
    this.fail(error)
  }

  fail(error: unknown): void {
    this.#settle(this.#outcome(codeOf(error), "connection", CUT))
  }

  readonly #giveUp = () => {
    const cause = this.#request.deadline.given_up ?? "aborted"
    this.#end(cause === "deadline" ? "its deadline passed" : "its caller gave it up", cause)
  }

  /** Gives the request up and lets go of its connection. */
  #end(reason: string, cause: Unanswered["cause"] = "connection", body: WireBody = CUT): void {
    this.#settle(this.#outcome(reason, cause, body))
    this.#controller?.abort(new Error(reason))
  }

  /** A status that arrived stands, even where the rest of the answer did not. */
  #outcome(reason: string, cause: Unanswered["cause"], body: WireBody): WireOutcome {
    if (this.#head !== null) {
      const { status, retry_after } = this.#head
      return { type: "answered", status, retry_after, body }
    }
    return { type: this.#controller === null ? "not_sent" : "silent", cause, reason }
  }

  #settle(outcome: WireOutcome): void {
    if (!this.#settled) {
      this.#settled = true
      clearTimeout(this.#timer)
      this.#request.deadline.signal.removeEventListener("abort", this.#giveUp)
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

function decode(chunks: Buffer[]): WireBody {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    return { flaw: "is not UTF-8" }
  }
}
