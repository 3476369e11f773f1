import { performance } from "node:perf_hooks"
import type { z } from "zod"
import { readAnswer } from "./answers"
import type { CallOptions } from "./call-options"
import type { Circuit } from "./circuit"
import { Deadline } from "./deadline"
import { GatewayError } from "./errors"
import { refusal, unanswered, untried, type Credential } from "./failure"
import { OPERATIONS, pathOf, type GatewayOperation } from "./operations"
import { redactor } from "./redact-known"
import { failureToReport, pauseBeforeRepeat } from "./retries"
import type { GatewayTimeouts } from "./timeouts"
import type { Transport } from "./transport"
import type { Turn, TurnKind, Turns } from "./turns"

/** One call: what is asked, and how its answer is read. */
export type Question<Answer> = {
  operation: GatewayOperation
  schema: z.ZodType<Answer>
  session_token?: string
  iban?: string
  body?: Record<string, unknown>
  /** Where it is not the operation's own: below the base address, with its query. */
  path?: string
  /** Which of several answers this is about, for the error when it is of no use. */
  about?: string
  /** Default: the operation's own way. */
  credential?: Credential
  /** What a 410 means after a try of ours that may have been acted upon; without this it is a failure. */
  gone_after_unknown?: Answer
}

/** A call on its way: what has to be remembered from one try to the next. */
type Course<Answer> = {
  question: Question<Answer>
  options: CallOptions
  deadline: Deadline
  /** Leave to call that was given and not used yet. */
  turn: Turn | null
  announced: boolean
  /** Of the monotonic clock; null until the first try is sent. */
  first_sent_at: number | null
}

export type CallerParts = {
  api_key: string
  timeouts: GatewayTimeouts
  transport: Transport
  circuit: Circuit
  turns: Turns | null
  retry: boolean
}

/** Makes calls: each within its deadline, in its turn, while the circuit is closed, and again where that is harmless. */
export class Caller {
  readonly #parts: CallerParts

  constructor(parts: CallerParts) {
    this.#parts = parts
  }

  /** @throws GatewayError for every failure but one of the caller's own `on_turn`. */
  async ask<Answer>(question: Question<Answer>, options: CallOptions): Promise<Answer> {
    const { timeouts } = this.#parts
    const { changes_something } = OPERATIONS[question.operation]
    const usual_ms = changes_something ? timeouts.overall_submit_ms : timeouts.overall_read_ms
    const deadline = new Deadline(options.deadline_ms ?? usual_ms, options.signal)
    try {
      return await this.#repeat({ question, options, deadline, turn: null, announced: false, first_sent_at: null })
    } finally {
      deadline.release()
    }
  }

  async #repeat<Answer>(course: Course<Answer>): Promise<Answer> {
    const { question, deadline } = course
    let failure: GatewayError | null = null
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#try(course, tries)
      } catch (error) {
        if (!(error instanceof GatewayError)) {
          throw error
        }
        if (error.kind === "gone" && failure?.accepted === "unknown" && question.gone_after_unknown !== undefined) {
          return question.gone_after_unknown
        }
        failure = failureToReport(failure, error)
        const pause_ms = this.#pauseAfter(course, error, tries)
        if (pause_ms === null || !(await deadline.pause(pause_ms))) {
          throw failure
        }
      }
    }
  }

  #pauseAfter<Answer>(course: Course<Answer>, error: GatewayError, tries: number): number | null {
    if (!this.#parts.retry) {
      return null
    }
    const { deadline, first_sent_at } = course
    const trying_ms = first_sent_at === null ? 0 : performance.now() - first_sent_at
    const so_far = { tries, trying_ms, remaining_ms: deadline.remaining_ms }
    const pause_ms = pauseBeforeRepeat(error, so_far, Math.random())
    // Whoever gives out the turns was told of the 429 and gives the next one when, or from where, it may be used.
    const waits_for_turn = error.kind === "throttled" && this.#turnsFor(course) !== null
    return pause_ms !== null && waits_for_turn ? 0 : pause_ms
  }

  async #try<Answer>(course: Course<Answer>, tries: number): Promise<Answer> {
    const { circuit } = this.#parts
    const { operation } = course.question
    this.#checkDeadline(course)
    // Asked here too, so that no turn is waited for, and spent, in vain.
    circuit.check(operation)
    course.turn ??= await this.#takeTurn(course)
    const send = async () => {
      await this.#announce(course)
      return this.#send(course)
    }
    return circuit.run(operation, send, (error) => this.#pauseAfter(course, error, tries) !== null)
  }

  #turnsFor<Answer>({ question }: Course<Answer>): { turns: Turns; kind: TurnKind } | null {
    const { turns } = this.#parts
    const kind = OPERATIONS[question.operation].turn
    return turns === null || kind === null ? null : { turns, kind }
  }

  async #takeTurn<Answer>(course: Course<Answer>): Promise<Turn | null> {
    const { deadline, options, question } = course
    const queue = this.#turnsFor(course)
    if (queue === null) {
      return null
    }
    const within_ms = Math.min(options.turn_within_ms ?? deadline.remaining_ms, deadline.remaining_ms)
    const turn = await queue.turns.take(queue.kind, within_ms, deadline.signal)
    if (turn !== null) {
      return turn
    }
    if (deadline.given_up === "aborted") {
      this.#checkDeadline(course)
    }
    const waited = `${Math.round(within_ms)} ms`
    throw untried(
      question.operation,
      "no_turn",
      `its turn did not come within ${waited}. CatalystPay allows one such call a second from an address.`,
    )
  }

  /** Tells the caller, once, that the call is about to be sent. */
  async #announce<Answer>(course: Course<Answer>): Promise<void> {
    this.#checkDeadline(course)
    const { on_turn } = course.options
    if (on_turn !== undefined && !course.announced) {
      course.announced = true
      if (!(await on_turn())) {
        throw untried(course.question.operation, "turn_declined", "its turn came, and its caller did not want it any more.")
      }
      this.#checkDeadline(course)
    }
  }

  #checkDeadline<Answer>({ deadline, question }: Course<Answer>): void {
    if (deadline.given_up === "aborted") {
      throw untried(question.operation, "aborted", "its caller gave it up before.")
    }
    if (deadline.given_up === "deadline") {
      throw untried(question.operation, "deadline", `its deadline of ${deadline.ms} ms passed before.`)
    }
  }

  async #send<Answer>(course: Course<Answer>): Promise<Answer> {
    const { transport, timeouts, api_key, turns } = this.#parts
    const { question, deadline, turn } = course
    const { operation, session_token, iban, body } = question
    const { method, uses_api_key, changes_something, max_answer_bytes } = OPERATIONS[operation]
    const credential = question.credential ?? (uses_api_key ? "api_key" : null)
    course.first_sent_at ??= performance.now()
    const outcome = await transport.send({
      method,
      path: question.path ?? pathOf(operation, session_token),
      bearer: credential === null ? null : credential === "api_key" ? api_key : (session_token ?? null),
      body: body ?? null,
      answer_ms: changes_something ? timeouts.submit_ms : timeouts.read_ms,
      max_answer_bytes,
      local_address: turn?.local_address ?? null,
      deadline,
      ...(turn === null ? {} : { on_sent: () => turns?.sent(turn) }),
    })
    if (outcome.type !== "not_sent") {
      // Used up: a repeat has to queue again. What never left leaves its turn for the next try.
      course.turn = null
    }
    if (outcome.type !== "answered") {
      throw unanswered(operation, outcome)
    }
    if (outcome.status < 200 || outcome.status > 299) {
      const error = refusal(operation, outcome, credential, redactor({ api_key, session_token, iban }))
      if (error.kind === "throttled" && turn !== null) {
        turns?.pause(turn, error.retry_after_seconds ?? 1)
      }
      throw error
    }
    return readAnswer(operation, { ...outcome, iban, about: question.about }, question.schema)
  }
}
