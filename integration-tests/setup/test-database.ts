import { existsSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { Client } from "pg"
import { clearPostgres, startPostgres, type PostgresServer } from "../../demo/postgres"
import { isAlive } from "../../demo/processes"

const FOLDER = resolve(__dirname, "..", "..", ".medusa")
const PREFIX = "postgres-test-"

/** The data folder of this run: runs of different processes don't meet. */
const OWN_FOLDER = join(FOLDER, `${PREFIX}${process.pid}`)

export function startTestDatabase(): Promise<PostgresServer> {
  return startPostgres({ dataDir: OWN_FOLDER, fresh: true })
}

/** The name of the database that an http file leaves for those after it. */
export function migratedTemplate(): string {
  return `catalystpay-migrated-${process.pid}`
}

export async function removeTestDatabase(): Promise<void> {
  if (process.env.DATABASE_URL) {
    await dropDatabase(process.env.DATABASE_URL, migratedTemplate())
  }
  await clearPostgres(OWN_FOLDER, { keepData: false })
}

/** @param url of the same server */
export async function dropDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}

/** A run that was killed could not clear up after itself. */
export async function clearKilledRuns(): Promise<void> {
  const runs = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.startsWith(PREFIX)) : []
  for (const name of runs) {
    if (!isAlive(Number(name.slice(PREFIX.length)))) {
      await clearPostgres(join(FOLDER, name), { keepData: false })
    }
  }
}
