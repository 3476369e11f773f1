import type { Redis as RedisClient } from "ioredis"
import type { Client } from "pg"
import { z } from "zod"
import { ibansIn } from "../../http/support/iban-search"

const names = z.array(z.object({ name: z.string() }))
const lines = z.array(z.object({ line: z.string() }))

/** What must not be found. */
export interface Secrets {
  ibans: readonly string[]
  keys: readonly string[]
  tokens: readonly string[]
}

/** Of what was found only the kind is told, and how many of it: never the text. */
export function leaksIn(place: string, text: string, { ibans, keys, tokens }: Secrets): string[] {
  const found = {
    "IBANs in clear": ibansIn(text, ibans).length,
    keys: keys.filter((key) => text.includes(key)).length,
    "session tokens": tokens.filter((token) => text.includes(token)).length,
  }
  return Object.entries(found).flatMap(([kind, number]) => (number > 0 ? [`${number} ${kind} in ${place}`] : []))
}

/** Every row of every table, table by table. */
export async function* tablesOf(database: Client): AsyncGenerator<{ name: string; text: string }> {
  const { rows: found } = await database.query(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  )
  for (const { name } of names.parse(found)) {
    const { rows } = await database.query(`select t::text as line from ${name} t`)
    yield { name, text: lines.parse(rows).map(({ line }) => line).join("\n") }
  }
}

/** Every key of a Redis with what it holds. */
export async function redisText(redis: RedisClient): Promise<string> {
  const texts: string[] = []
  let cursor = "0"
  do {
    const [next, keys] = await redis.scan(cursor, "COUNT", 500)
    cursor = next
    for (const key of keys) {
      texts.push(`${key} ${JSON.stringify(await valueOf(redis, key))}`)
    }
  } while (cursor !== "0")
  return texts.join("\n")
}

async function valueOf(redis: RedisClient, key: string): Promise<unknown> {
  const type = await redis.type(key)
  switch (type) {
    case "string":
      return redis.get(key)
    case "hash":
      return redis.hgetall(key)
    case "list":
      return redis.lrange(key, 0, -1)
    case "set":
      return redis.smembers(key)
    case "zset":
      return redis.zrange(key, 0, -1)
    case "stream":
      return redis.xrange(key, "-", "+")
    default:
      return null
  }
}
