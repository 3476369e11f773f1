import { TURN_KINDS, type Turn, type TurnKind, type Turns } from "./turns"

/** Counts the calls of an address, for every process that calls from it. */
export interface CallBudget {
  /**
   * Takes leave for one call from an address now.
   * @returns 0 when it was had, else the milliseconds after which to ask again
   */
  take(address: string): Promise<number>
  /** A call for which leave was taken has gone out only now: the next may follow a whole second after it. */
  sent(address: string): Promise<void>
  /** Nobody gets leave for this address before `seconds` have passed. */
  close(address: string, seconds: number): Promise<void>
}

export interface TurnQueueOptions {
  budget: CallBudget
  /** What the limit counts calls by, one entry for each address this process can call from. */
  addresses: readonly Egress[]
  /** Told when the budget can't be asked; the call then goes ahead, for the gateway's 429 still guards it. */
  onBudgetFailure?: (error: unknown) => void
}

export interface Egress {
  /** The key in the budget: the same in every process that calls from this address. */
  name: string
  /** The address of this machine to call from; null leaves it to the system. */
  local_address: string | null
}

/**
 * When a slot opens, every waiting process asks for it. Less urgent ones hang back for a moment, so that a pay goes
 * before another process's get although the two don't know of each other (as radio stations space their frames).
 */
const HANG_BACK_MS: Readonly<Record<TurnKind, number>> = { pay: 0, verify: 40, get: 80 }
/** Longer than two calls a second apart can drift towards each other on their way to the gateway. */
const DRIFT_MS = 30
/** An address may be opened again before it said it would. */
const LONGEST_SLEEP_MS = 1_000

interface Waiter {
  kind: TurnKind
  number: number
  settle: (turn: Turn | null) => void
}

/**
 * One queue for the calls of a process, pay before verify before get, within a budget that all processes of an address
 * share. What waits in vain is told so; nothing here ever throws.
 */
export class TurnQueue implements Turns {
  readonly #options: TurnQueueOptions
  readonly #waiting: Waiter[] = []
  #next_number = 0
  #serving = false
  #wake: (() => void) | null = null

  constructor(options: TurnQueueOptions) {
    this.#options = options
  }

  /** How many calls wait, by kind: for the dashboard. */
  get waiting(): Readonly<Record<TurnKind, number>> {
    const count = (kind: TurnKind) => this.#waiting.filter((waiter) => waiter.kind === kind).length
    return { pay: count("pay"), verify: count("verify"), get: count("get") }
  }

  take(kind: TurnKind, within_ms: number, signal?: AbortSignal): Promise<Turn | null> {
    return new Promise((resolve) => {
      const settle = (turn: Turn | null) => {
        clearTimeout(timer)
        signal?.removeEventListener("abort", giveUp)
        this.#forget(waiter)
        resolve(turn)
      }
      const giveUp = () => settle(null)
      const waiter: Waiter = { kind, number: this.#next_number++, settle }
      const timer = setTimeout(giveUp, Math.max(0, within_ms))
      if (signal?.aborted) {
        settle(null)
        return
      }
      signal?.addEventListener("abort", giveUp, { once: true })
      this.#waiting.push(waiter)
      this.#waiting.sort(byUrgency)
      this.#wake?.()
      void this.#serve()
    })
  }

  sent(turn: Turn): void {
    this.#tell(turn, (budget, name) => budget.sent(name))
  }

  pause(turn: Turn, seconds: number): void {
    this.#tell(turn, (budget, name) => budget.close(name, seconds))
  }

  #tell(turn: Turn, what: (budget: CallBudget, name: string) => Promise<void>): void {
    const egress = this.#options.addresses.find(({ local_address }) => local_address === turn.local_address)
    if (egress) {
      what(this.#options.budget, egress.name).catch((error: unknown) => this.#options.onBudgetFailure?.(error))
    }
  }

  #forget(waiter: Waiter): void {
    const index = this.#waiting.indexOf(waiter)
    if (index !== -1) {
      this.#waiting.splice(index, 1)
    }
  }

  /** Hands out turns to the most urgent until nobody waits; one run at a time. */
  async #serve(): Promise<void> {
    if (this.#serving) {
      return
    }
    this.#serving = true
    try {
      while (this.#waiting.length > 0) {
        const { turn, wait_ms } = await this.#ask()
        const [first] = this.#waiting
        if (turn) {
          // Who gave up while the budget was asked is gone from the list: the turn is the next one's, or is lost.
          first?.settle(turn)
        } else if (first) {
          await this.#sleep(wait_ms + DRIFT_MS + HANG_BACK_MS[first.kind])
        }
      }
    } finally {
      this.#serving = false
    }
  }

  async #ask(): Promise<{ turn: Turn | null; wait_ms: number }> {
    let shortest = LONGEST_SLEEP_MS
    for (const { name, local_address } of this.#options.addresses) {
      const wait_ms = await this.#options.budget.take(name).catch((error: unknown) => {
        this.#options.onBudgetFailure?.(error)
        return 0
      })
      if (wait_ms <= 0) {
        return { turn: { local_address }, wait_ms: 0 }
      }
      shortest = Math.min(shortest, wait_ms)
    }
    return { turn: null, wait_ms: shortest }
  }

  /** Ends early when somebody joins: a pay need not hang back as the get did for which this sleep began. */
  #sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        this.#wake = null
        resolve()
      }
      const timer = setTimeout(end, milliseconds)
      this.#wake = end
    })
  }
}

function byUrgency(one: Waiter, other: Waiter): number {
  return TURN_KINDS.indexOf(one.kind) - TURN_KINDS.indexOf(other.kind) || one.number - other.number
}
