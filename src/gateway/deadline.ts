import { performance } from "node:perf_hooks"

/** Why a call was given up from this side. */
export type GivenUp = "deadline" | "aborted"

/** A longer timer fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The end that a call is given, by the clock or by its caller, whichever comes first. */
export class Deadline {
  readonly ms: number
  readonly #ends_at: number
  readonly #outer: AbortSignal | undefined
  readonly #controller = new AbortController()
  readonly #timer: NodeJS.Timeout
  #given_up: GivenUp | null = null

  constructor(ms: number, outer?: AbortSignal) {
    this.ms = Math.min(ms, LONGEST_TIMER_MS)
    this.#ends_at = performance.now() + this.ms
    this.#timer = setTimeout(() => this.#giveUp("deadline"), this.ms)
    this.#outer = outer
    if (outer?.aborted) {
      this.#giveUp("aborted")
    } else {
      outer?.addEventListener("abort", this.#abort, { once: true })
    }
  }

  /** Aborted when the call is given up. Its reason is none of the caller's words. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** The clock is asked too: a busy process runs its timers late. */
  get given_up(): GivenUp | null {
    return this.#given_up ?? (this.remaining_ms > 0 ? null : "deadline")
  }

  get remaining_ms(): number {
    return Math.max(0, this.#ends_at - performance.now())
  }

  /** @returns whether the call is still wanted after `ms`; at once when it is given up before. */
  pause(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        this.signal.removeEventListener("abort", end)
        resolve(this.given_up === null)
      }
      const timer = setTimeout(end, ms)
      this.signal.addEventListener("abort", end)
    })
  }

  /** Lets go of the timer and of the caller's signal, which may live much longer than the call. */
  release(): void {
    clearTimeout(this.#timer)
    this.#outer?.removeEventListener("abort", this.#abort)
  }

  readonly #abort = () => this.#giveUp("aborted")

  #giveUp(why: GivenUp): void {
    this.#given_up ??= why
    this.#controller.abort()
  }
}
