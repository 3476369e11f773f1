import type { z } from "zod"
import { readAnswer } from "./answers"
import type { CallOptions } from "./call-options"
import { Deadline } from "./deadline"
import { refusal, unanswered, untried } from "./failure"
import { OPERATIONS, pathOf, type GatewayOperation } from "./operations"
import { redactor } from "./redact-known"
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
}

/** A call on its way: what has to be remembered from one try to the next. */
type Course<Answer> = {
  question: Question<Answer>
  options: CallOptions
  deadline: Deadline
  /** Leave to call that was given and not used yet. */
  turn: Turn | null
  announced: boolean
}

/** Makes calls: each within its deadline, and in its turn. */
export class Caller {
  readonly #api_key: string
  readonly #timeouts: GatewayTimeouts
  readonly #transport: Transport
  readonly #turns: Turns | null

  constructor(api_key: string, timeouts: GatewayTimeouts, transport: Transport, turns: Turns | null) {
    this.#api_key = api_key
    this.#timeouts = timeouts
    this.#transport = transport
    this.#turns = turns
  }

  /** @throws GatewayError for every failure but one of the caller's own `on_turn`. */
  async ask<Answer>(question: Question<Answer>, options: CallOptions): Promise<Answer> {
    const { changes_something } = OPERATIONS[question.operation]
    const usual_ms = changes_something ? this.#timeouts.overall_submit_ms : this.#timeouts.overall_read_ms
    const deadline = new Deadline(options.deadline_ms ?? usual_ms, options.signal)
    try {
      return await this.#try({ question, options, deadline, turn: null, announced: false })
    } finally {
      deadline.release()
    }
  }

  async #try<Answer>(course: Course<Answer>): Promise<Answer> {
    const kind = OPERATIONS[course.question.operation].turn
    if (kind !== null && this.#turns !== null && course.turn === null) {
      course.turn = await this.#takeTurn(this.#turns, kind, course)
    }
    await this.#announce(course)
    return this.#send(course)
  }

  async #takeTurn<Answer>(turns: Turns, kind: TurnKind, course: Course<Answer>): Promise<Turn> {
    const { deadline, options, question } = course
    this.#checkDeadline(course)
    const within_ms = Math.min(options.turn_within_ms ?? deadline.remaining_ms, deadline.remaining_ms)
    const turn = await turns.take(kind, within_ms, deadline.signal)
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
    const { question, deadline, turn } = course
    const { operation, session_token, iban, body } = question
    const { method, uses_api_key, changes_something } = OPERATIONS[operation]
    const outcome = await this.#transport.send({
      method,
      path: pathOf(operation, session_token),
      bearer: uses_api_key ? this.#api_key : null,
      body: body ?? null,
      answer_ms: changes_something ? this.#timeouts.submit_ms : this.#timeouts.read_ms,
      local_address: turn?.local_address ?? null,
      deadline,
    })
    if (outcome.type !== "answered") {
      throw unanswered(operation, outcome)
    }
    if (outcome.status < 200 || outcome.status > 299) {
      const error = refusal(operation, outcome, redactor({ api_key: this.#api_key, session_token, iban }))
      if (error.kind === "throttled" && turn !== null) {
        this.#turns?.pause(turn, error.retry_after_seconds ?? 1)
      }
      throw error
    }
    return readAnswer(operation, { status: outcome.status, body: outcome.body, iban }, question.schema)
  }
}
