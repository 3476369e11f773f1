import { RateLimiterRes } from "rate-limiter-flexible"
import { SharedCallBudget } from "../../../src/modules/catalystpay/limits/call-budget"
import { consume, Limiters, type LimiterFactory } from "../../../src/modules/catalystpay/limits/limiter"
import type { Bench } from "../support/bench"

export function limits(bench: Bench): void {
  /** As another server would make it. */
  const createLimiter = (): LimiterFactory => {
    const limiters = new Limiters({ redis_url: null, knex: bench.knex })
    return (terms) => limiters.create(terms)
  }

  it("lets one call a second pass, however many servers ask at the same moment", async () => {
    const servers = [1, 2, 3].map(() => new SharedCallBudget(createLimiter(), 1))
    const asked = servers.flatMap((server) => Array.from({ length: 5 }, () => server.take("gateway.example|default")))
    const waits = await Promise.all(asked)
    expect(waits.filter((wait) => wait === 0)).toHaveLength(1)
    expect(waits.every((wait) => wait >= 0 && wait <= 1000)).toBe(true)
  })

  it("counts each address for itself", async () => {
    const budget = new SharedCallBudget(createLimiter(), 1)
    expect(await Promise.all(["a", "b", "c"].map((address) => budget.take(`limits-${address}`)))).toEqual([0, 0, 0])
  })

  it("keeps an address closed for all servers after a 429", async () => {
    const [one, other] = [new SharedCallBudget(createLimiter(), 1), new SharedCallBudget(createLimiter(), 1)]
    await one.close("throttled", 60)
    const wait = await other.take("throttled")
    expect(wait).toBeGreaterThan(50_000)
    expect(wait).toBeLessThanOrEqual(60_000)
  })

  it("counts the second from when a call went out, not from when it was allowed to", async () => {
    const budget = new SharedCallBudget(createLimiter(), 1)
    expect(await budget.take("slow to connect")).toBe(0)
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await budget.sent("slow to connect")
    expect(await new SharedCallBudget(createLimiter(), 1).take("slow to connect")).toBeGreaterThan(0)
  })

  it("grants as many calls as CatalystPay has granted the merchant", async () => {
    const budget = new SharedCallBudget(createLimiter(), 3)
    const waits = await Promise.all(Array.from({ length: 5 }, () => budget.take("generous")))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3)
  })

  it("refuses a flood from memory once it is used up, and writes no more, on every server", async () => {
    const terms = { name: "flood", points: 2, seconds: 60, remembers_refusals: true }
    const servers = [1, 2].map(() => createLimiter()(terms))
    const results: boolean[] = []
    for (let index = 0; index < 50; index += 1) {
      for (const server of servers) {
        results.push((await consume(server, "key")).granted)
      }
    }
    expect(results.filter((granted) => granted)).toHaveLength(2)
    const rows: unknown = await bench.knex()("catalystpay_limit").where("key", "like", "%flood:key").select("points")
    // Each of the two learned once that it is used up.
    expect(rows).toEqual([{ points: 4 }])
  })

  it("goes on counting by itself while its table cannot be reached", async () => {
    const limiter = createLimiter()({ name: "longer than the table's column ".repeat(10), points: 2, seconds: 60 })
    const results = []
    for (let index = 0; index < 3; index += 1) {
      results.push((await consume(limiter, "key")).granted)
    }
    expect(results).toEqual([true, true, false])
    await expect(limiter.consume("key")).rejects.toBeInstanceOf(RateLimiterRes)
  })
}
