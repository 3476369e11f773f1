import { Client } from "pg"
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

/** Creates the database that a URL names unless it exists. */
export async function ensureDatabase(url: string): Promise<void> {
  try {
    await withClient(url, async () => undefined)
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === NO_SUCH_DATABASE)) {
      throw error
    }
    const maintenance = new URL(url)
    const name = decodeURIComponent(maintenance.pathname.slice(1))
    maintenance.pathname = "/postgres"
    await withClient(maintenance.href, (client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`))
  }
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
    const database = client.escapeIdentifier(decodeURIComponent(new URL(url).pathname.slice(1)))
    return client.query(`COMMENT ON DATABASE ${database} IS ${comment}`)
  })
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
