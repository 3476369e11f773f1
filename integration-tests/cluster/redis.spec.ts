import { knex as connect } from "@medusajs/framework/mikro-orm/knex"
import { consume, Limiters } from "../../src/modules/catalystpay/limits/limiter"
import { startRedis, type Redis } from "./support/redis"
import { oneQueue } from "./support/one-queue"

/** Two a minute. */
function limiterAt(redis_url: string) {
  const limiters = new Limiters({ redis_url, knex: () => connect({ client: "pg" }) })
  const limiter = limiters.create({ name: "test", points: 2, seconds: 60 })
  return {
    close: () => limiters.close(),
    async take(times: number): Promise<boolean[]> {
      const granted: boolean[] = []
      for (let index = 0; index < times; index += 1) {
        granted.push((await consume(limiter, "key")).granted)
      }
      return granted
    },
  }
}

describe("servers that share a Redis", () => {
  let redis: Redis | null = null

  beforeAll(async () => {
    redis = await startRedis()
  })

  afterAll(() => redis?.stop())

  // Nothing but Redis is asked: the address of the database leads nowhere.
  it("leaves each server to count for itself while it cannot be reached, and none without an answer", async () => {
    const mortal = await startRedis()
    const reached = limiterAt(mortal.url)
    expect(await reached.take(1)).toEqual([true])
    await mortal.stop()
    expect(await reached.take(3)).toEqual([true, true, false])
    await reached.close()
    const never = limiterAt("redis://127.0.0.1:1")
    expect(await never.take(3)).toEqual([true, true, false])
    await never.close()
  })

  oneQueue(() => ({ redis_url: redis?.url ?? "", database_url: "postgres://localhost:1/nowhere" }))
})
