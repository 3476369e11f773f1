import { existsSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { dropDatabase } from "../../demo/database"
import { clearPostgres, startPostgres, type PostgresServer } from "../../demo/postgres"
import { givenServer } from "../../demo/postgres/given-server"
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
    await dropDatabase(givenServer(process.env.DATABASE_URL).url(migratedTemplate()))
  }
  await clearPostgres(OWN_FOLDER, { keepData: false })
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
