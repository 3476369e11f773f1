import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Redis } from "ioredis"
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from "rate-limiter-flexible"

/** Made by a migration of ours; the limiter writes its first three columns. */
const TABLE = "catalystpay_limit"
const CONNECT_MS = 2_000

export interface LimitTerms {
  /** Prefix of the keys, so that limits don't meet. */
  name: string
  /** How much may be consumed in `seconds`. */
  points: number
  seconds: number
}

export interface LimitStores {
  /** The project's Redis, where there is one: it is the fastest place that all servers share. */
  redis_url: string | null
  knex: () => Knex
}

/**
 * Makes counters that all servers share: in Redis when the project has one, else in PostgreSQL. While that store can't
 * be reached, each process counts for itself.
 */
export class Limiters {
  readonly #stores: LimitStores
  #redis: Promise<Redis> | null = null

  constructor(stores: LimitStores) {
    this.#stores = stores
  }

  async create({ name, points, seconds }: LimitTerms): Promise<RateLimiterAbstract> {
    const terms = { keyPrefix: `catalystpay_${name}`, points, duration: seconds }
    const insuranceLimiter = new RateLimiterMemory(terms)
    const { redis_url, knex } = this.#stores
    if (redis_url !== null) {
      this.#redis ??= connect(redis_url)
      const storeClient = await this.#redis
      return new RateLimiterRedis({ ...terms, insuranceLimiter, storeClient, rejectIfRedisNotReady: true })
    }
    return new RateLimiterPostgres({
      ...terms,
      insuranceLimiter,
      storeClient: knex(),
      storeType: "knex",
      tableName: TABLE,
      tableCreated: true,
    })
  }

  async close(): Promise<void> {
    const redis = await this.#redis
    redis?.disconnect()
  }
}

async function connect(url: string): Promise<Redis> {
  // Only a store with Redis has the client: Medusa's own Redis modules bring it.
  const { Redis } = await import("ioredis")
  const redis = new Redis(url, { connectTimeout: CONNECT_MS, maxRetriesPerRequest: 1 })
  // Without a listener a lost connection would end the process; the insurance counts meanwhile, ioredis connects again.
  redis.on("error", () => undefined)
  return redis
}

/** What a consumption came to: rejections of the limiter are answers, everything else is a failure of its store. */
export async function consume(limiter: RateLimiterAbstract, key: string): Promise<RateLimiterRes & { granted: boolean }> {
  try {
    return Object.assign(await limiter.consume(key), { granted: true })
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) {
      return Object.assign(rejection, { granted: false })
    }
    throw rejection
  }
}
