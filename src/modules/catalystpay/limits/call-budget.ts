import type { RateLimiterAbstract } from "rate-limiter-flexible"
import type { CallBudget } from "../../../gateway"
import { consume, type Limiters } from "./limiter"

/** CatalystPay's limit for GET, pay and verify, counted for all servers that call from an address. */
export class SharedCallBudget implements CallBudget {
  readonly #limiters: Limiters
  readonly #calls_per_second: number
  #limiter: Promise<RateLimiterAbstract> | null = null

  constructor(limiters: Limiters, calls_per_second: number) {
    this.#limiters = limiters
    this.#calls_per_second = calls_per_second
  }

  async take(address: string): Promise<number> {
    const { granted, msBeforeNext } = await consume(await this.#get(), address)
    return granted ? 0 : Math.max(1, msBeforeNext)
  }

  async close(address: string, seconds: number): Promise<void> {
    await (await this.#get()).block(address, Math.ceil(seconds))
  }

  #get(): Promise<RateLimiterAbstract> {
    this.#limiter ??= this.#limiters
      .create({ name: "calls", points: this.#calls_per_second, seconds: 1 })
      .catch((error: unknown) => {
        this.#limiter = null
        throw error
      })
    return this.#limiter
  }
}
