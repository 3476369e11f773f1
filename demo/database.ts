import { Client, DatabaseError } from "pg"
import { z } from "zod"
import type { SeededShop } from "./seed/index"

const preparedSchema = z.object({
  fingerprint: z.string(),
  shop: z.object({
    publishable_key: z.string(),
    region_id: z.string(),
    variant_id: z.string(),
    shipping_option_id: z.string(),
  }),
})

const NO_SUCH_DATABASE = "3D000"
const DUPLICATE_DATABASE = "42P04"

/** Creates the database that a URL names unless it exists. */
export async function ensureDatabase(url: string): Promise<void> {
  try {
    await withClient(url, async () => undefined)
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === NO_SUCH_DATABASE)) {
      throw error
    }
    await withServer(url, (client, name) => client.query(`CREATE DATABASE ${name}`))
  }
}

/** Asked of the server: whoever makes a copy of the database must be alone with it. */
export async function databaseExists(url: string): Promise<boolean> {
  const { rowCount } = await withServer(url, (client) => client.query("SELECT FROM pg_database WHERE datname = $1", [nameOf(url)]))
  return rowCount === 1
}

/** Makes a database that is as another one is, which nobody may use meanwhile. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const template = nameOf(from)
  await withServer(to, (client, name) =>
    // By file: through the write-ahead log, which is PostgreSQL's default, it takes four times as long.
    client.query(`CREATE DATABASE ${name} TEMPLATE ${client.escapeIdentifier(template)} STRATEGY FILE_COPY`),
  )
}

/** Sends away whoever uses a database, and keeps everybody out while `work` runs. */
export async function whileNobodyUses(url: string, work: () => Promise<void>): Promise<void> {
  await withServer(url, async (client, name) => {
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    try {
      await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [nameOf(url)])
      await work()
    } finally {
      await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    }
  })
}

/** @returns false when there is one of that name */
export async function renameDatabase(from: string, to: string): Promise<boolean> {
  return withServer(to, async (client, name) => {
    try {
      await client.query(`ALTER DATABASE ${client.escapeIdentifier(nameOf(from))} RENAME TO ${name}`)
      return true
    } catch (error) {
      if (error instanceof DatabaseError && error.code === DUPLICATE_DATABASE) {
        return false
      }
      throw error
    }
  })
}

/** Ends whoever still uses it. */
export async function dropDatabase(url: string): Promise<void> {
  await withServer(url, (client, name) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
}

/**
 * The shop of a database that was migrated and seeded from sources with this fingerprint, else null. It is kept as the
 * database's comment, so that it can't outlive what it describes.
 */
export async function preparedShop(url: string, fingerprint: string): Promise<SeededShop | null> {
  const comment = await withClient(url, async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      "SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = current_database()",
    )
    return rows[0]?.comment ?? null
  })
  const prepared = preparedSchema.safeParse(parseJson(comment))
  return prepared.success && prepared.data.fingerprint === fingerprint ? prepared.data.shop : null
}

export async function rememberPrepared(url: string, fingerprint: string, shop: SeededShop): Promise<void> {
  await withClient(url, (client) => {
    const comment = client.escapeLiteral(JSON.stringify({ fingerprint, shop }))
    const database = client.escapeIdentifier(nameOf(url))
    return client.query(`COMMENT ON DATABASE ${database} IS ${comment}`)
  })
}

/** On the server of a database, without being in it. @param use is also given the database's name, as SQL writes it */
async function withServer<T>(url: string, use: (client: Client, name: string) => Promise<T>): Promise<T> {
  const maintenance = new URL(url)
  maintenance.pathname = "/postgres"
  return withClient(maintenance.href, (client) => use(client, client.escapeIdentifier(nameOf(url))))
}

function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
