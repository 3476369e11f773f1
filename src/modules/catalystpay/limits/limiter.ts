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
  /**
   * Whether a key that has used its points up is refused from memory until its time is over: a flood then costs no
   * writing to the store that all servers share.
   */
  remembers_refusals?: boolean
}

/**
 * Counts under keys. Consuming too much throws a `RateLimiterRes` that says how long to wait; whatever else it throws is
 * a failure of the store.
 */
export type Limiter = {
  consume(key: string): Promise<RateLimiterRes>
  block(key: string, seconds: number): Promise<RateLimiterRes>
  /** What was consumed of the time that runs, without consuming anything; null: nothing. */
  get(key: string): Promise<RateLimiterRes | null>
}

/** Makes a counter in the store that the project has. */
export type LimiterFactory = (terms: LimitTerms) => Limiter

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

  /** A counter that is made when it is first needed. */
  create(terms: LimitTerms): Limiter {
    let made: Promise<RateLimiterAbstract> | null = null
    const limiter = (): Promise<RateLimiterAbstract> => {
      made ??= this.#make(terms).catch((error: unknown) => {
        made = null
        throw error
      })
      return made
    }
    return {
      consume: async (key) => (await limiter()).consume(key),
      block: async (key, seconds) => (await limiter()).block(key, seconds),
      get: async (key) => (await limiter()).get(key),
    }
  }

  async close(): Promise<void> {
    const redis = await this.#redis?.catch(() => null)
    redis?.disconnect()
  }

  async #make({ name, points, seconds, remembers_refusals = false }: LimitTerms): Promise<RateLimiterAbstract> {
    const limit = { keyPrefix: `catalystpay_${name}`, points, duration: seconds }
    const insuranceLimiter = new RateLimiterMemory(limit)
    const terms = { ...limit, ...(remembers_refusals ? { inMemoryBlockOnConsumed: points + 1 } : {}) }
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
}

async function connect(url: string): Promise<Redis> {
  // Only a store with Redis has the client: Medusa's own Redis modules bring it.
  const { Redis } = await import("ioredis")
  const redis = new Redis(url, { connectTimeout: CONNECT_MS, maxRetriesPerRequest: 1, lazyConnect: true })
  // Without a listener a lost connection would end the process; the insurance counts meanwhile, ioredis connects again.
  redis.on("error", () => undefined)
  // Waited for: until it stands the insurance would count for this process alone, and let its first call pass.
  await redis.connect().catch(() => undefined)
  return redis
}

export interface Consumption {
  granted: boolean
  /** Until the same may be asked again; at least 1 when it was not granted. */
  wait_ms: number
}

/** What a consumption came to: rejections of the limiter are answers, everything else is a failure of its store. */
export async function consume(limiter: Pick<Limiter, "consume">, key: string): Promise<Consumption> {
  try {
    await limiter.consume(key)
    return { granted: true, wait_ms: 0 }
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) {
      return { granted: false, wait_ms: Math.max(1, rejection.msBeforeNext) }
    }
    throw rejection
  }
}
