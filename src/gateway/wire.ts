import type { Deadline, GivenUp } from "./deadline"

export type WireRequest = {
  method: "GET" | "POST"
  /** Below the base address, with a leading slash. May hold the session token: never log it. */
  path: string
  /** Sent as a Bearer token; null sends no Authorization header. */
  bearer: string | null
  body: Record<string, unknown> | null
  /** Milliseconds for the answer, from when the request goes out. */
  answer_ms: number
  /** A longer answer is cut off, and of no use. */
  max_answer_bytes: number
  /** The address of this machine to call from; null leaves it to the system. */
  local_address: string | null
  deadline: Deadline
  /** Told at the moment at which the request is written to a connection. */
  on_sent?: () => void
}

/** The text of an answer, or what is wrong with it: words that complete "its body …" and repeat nothing of it. */
export type WireBody = string | { flaw: string }

/** What came of a request, before anybody asks what it means. */
export type WireOutcome =
  | {
      type: "answered"
      status: number
      retry_after: string | null
      body: WireBody
    }
  | Unanswered

/**
 * `not_sent`: not a byte of the request left. `silent`: it went out and no answer's head came back. `reason` is an error
 * code or a few words, never text of the exchange.
 */
export type Unanswered = { type: "not_sent" | "silent"; cause: "connection" | GivenUp; reason: string }
