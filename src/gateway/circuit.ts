import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen, type CircuitBreakerPolicy } from "cockatiel"
import { GatewayError } from "./errors"
import { untried } from "./failure"
import type { GatewayOperation } from "./operations"

const FAILURES_TO_OPEN = 5
const OPEN_MS = 10_000

/** Whether an account's calls go out, for people to look at. */
export type CircuitView = {
  /** `open`: calls fail at once. `half_open`: one call is let through, or on its way, to see whether the gateway is back. */
  state: "closed" | "open" | "half_open"
  /** Calls that failed in a row; at 5 the circuit opens. */
  consecutive_failures: number
  /** Since when the circuit is closed, or since when it is not. */
  since: Date
  /** When a call is let through again; null while the circuit is closed or a probe is on its way. */
  next_probe_at: Date | null
}

/**
 * Leaves a gateway alone that doesn't answer: shoppers hear at once that it is unavailable instead of waiting for time
 * limits, and it is not kept down by calls that nobody waits for any more.
 */
export class Circuit {
  readonly #breaker = new ConsecutiveBreaker(FAILURES_TO_OPEN)
  readonly #policy: CircuitBreakerPolicy
  #last_state = CircuitState.Closed
  #since = new Date()
  #opened_at = this.#since

  constructor() {
    // What is thrown says nothing of the gateway. A probe that says nothing leaves the circuit as open as it was.
    const failures = handleWhen(() => this.#policy.state === CircuitState.HalfOpen).orWhenResult(isOutage)
    this.#policy = circuitBreaker(failures, { halfOpenAfter: OPEN_MS, breaker: this.#breaker })
    this.#policy.onStateChange((state) => this.#note(state))
  }

  get view(): CircuitView {
    const { state } = this.#policy
    const next_probe_at = state === CircuitState.Open ? new Date(this.#opened_at.getTime() + OPEN_MS) : null
    const due = next_probe_at !== null && next_probe_at.getTime() <= Date.now()
    return {
      state: state === CircuitState.Closed ? "closed" : state === CircuitState.Open && !due ? "open" : "half_open",
      consecutive_failures: this.#breaker.state,
      since: this.#since,
      next_probe_at,
    }
  }

  /** @throws GatewayError `not_sent` / `circuit_open` while no call may go out. */
  check(operation: GatewayOperation): void {
    const { state, next_probe_at, consecutive_failures } = this.view
    const probing = state === "half_open" && next_probe_at === null
    if (state !== "open" && !probing) {
      return
    }
    const until = next_probe_at === null ? "a probe is on its way." : `the next one is let through at ${next_probe_at.toISOString()}.`
    throw untried(operation, "circuit_open", `${consecutive_failures} calls in a row failed, so none is made: ${until}`)
  }

  /**
   * Makes one try of a call and learns from what becomes of it. Its error is thrown on as it is.
   * @param is_repeated - whether the call is tried again after an error. An outage is counted once, when it is
   * given up: a moment's trouble of two shoppers must not shut out everybody. A probe gets one try.
   */
  async run<Answer>(
    operation: GatewayOperation,
    call: () => Promise<Answer>,
    is_repeated: (error: GatewayError) => boolean,
  ): Promise<Answer> {
    this.check(operation)
    const result = await this.#policy.execute(() =>
      call().catch((error: unknown) => {
        const counts = error instanceof GatewayError && tellsOfGateway(error) && !(isOutage(error) && is_repeated(error))
        if (counts) {
          return error
        }
        throw error
      }),
    )
    if (result instanceof GatewayError) {
      throw result
    }
    return result
  }

  #note(state: CircuitState): void {
    const now = new Date()
    // A probe that failed opens the circuit anew, yet it has not been closed in between.
    if (state === CircuitState.Closed || this.#last_state === CircuitState.Closed) {
      this.#since = now
    }
    if (state === CircuitState.Open) {
      this.#opened_at = now
    }
    this.#last_state = state
  }
}

/** Whether an error shows how the gateway is doing, well or badly. */
function tellsOfGateway(error: GatewayError): boolean {
  return error.reason === null || isOutage(error)
}

/** Unreachable, silent or broken. A refusal (4xx) shows that it is alive, and a call given up shows nothing. */
function isOutage(result: unknown): boolean {
  if (!(result instanceof GatewayError) || result.reason === "aborted") {
    return false
  }
  const { kind, reason } = result
  return kind === "unavailable" || kind === "outcome_unknown" || (kind === "not_sent" && reason === "connection")
}
