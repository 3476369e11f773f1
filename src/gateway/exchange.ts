import type { Dispatcher } from "undici"
import type { Deadline } from "./deadline"
import type { Unanswered, WireOutcome } from "./wire"

const MAX_ANSWER_BYTES = 1024 * 1024

/**
 * One request on its way. undici calls `onRequestStart` immediately before it writes to a connection that stands
 * (client-h1.js, writeH1), so whether that call was made tells for certain, whatever the error's name, if the gateway
 * can have received anything.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | null = null
  #head: { status: number; retry_after: string | null } | null = null
  #chunks: Buffer[] = []
  #size = 0
  #settled = false
  #timer: NodeJS.Timeout
  readonly #resolve: (outcome: WireOutcome) => void
  readonly #answer_ms: number
  readonly #deadline: Deadline

  constructor(resolve: (outcome: WireOutcome) => void, connect_ms: number, answer_ms: number, deadline: Deadline) {
    this.#resolve = resolve
    this.#answer_ms = answer_ms
    this.#deadline = deadline
    this.#timer = setTimeout(() => this.#end("no connection in time"), connect_ms)
    deadline.signal.addEventListener("abort", this.#giveUp)
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

  readonly #giveUp = () => {
    const cause = this.#deadline.given_up ?? "aborted"
    this.#end(cause === "deadline" ? "its deadline passed" : "its caller gave it up", cause)
  }

  /** Gives the request up and lets go of its connection. */
  #end(reason: string, cause: Unanswered["cause"] = "connection"): void {
    this.#settle(this.#outcome(null, reason, cause))
    this.#controller?.abort(new Error(reason))
  }

  /** A status that arrived stands, even where the rest of the answer did not. */
  #outcome(body: string | null, reason: string, cause: Unanswered["cause"] = "connection"): WireOutcome {
    if (this.#head !== null) {
      return { type: "answered", ...this.#head, body }
    }
    return { type: this.#controller === null ? "not_sent" : "silent", cause, reason }
  }

  #settle(outcome: WireOutcome): void {
    if (!this.#settled) {
      this.#settled = true
      clearTimeout(this.#timer)
      this.#deadline.signal.removeEventListener("abort", this.#giveUp)
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
