import type { CallBudget } from "../../../gateway"
import { consume, type Limiter, type LimiterFactory } from "./limiter"

/** CatalystPay's limit for GET, pay and verify, counted for all servers that call from an address. */
export class SharedCallBudget implements CallBudget {
  readonly #limiter: Limiter
  readonly #calls_per_second: number

  constructor(create: LimiterFactory, calls_per_second: number) {
    this.#calls_per_second = calls_per_second
    this.#limiter = create({ name: "calls", points: calls_per_second, seconds: 1 })
  }

  async take(address: string): Promise<number> {
    return (await consume(this.#limiter, address)).wait_ms
  }

  /** Exact for one call a second; a merchant who was granted more is not held to the moment. */
  async sent(address: string): Promise<void> {
    if (this.#calls_per_second === 1) {
      await this.#limiter.block(address, 1)
    }
  }

  async close(address: string, seconds: number): Promise<void> {
    await this.#limiter.block(address, Math.ceil(seconds))
  }
}
