import { Client } from "pg"
import { ensureDatabase } from "../../demo/database"
import type { Shutdown } from "../../demo/shutdown"
import { clearKilledRuns, removeTestDatabase, startTestDatabase } from "../setup/test-database"

const NAME = `catalystpay_package_${process.pid}`

/** An empty database for the shop, gone with the shutdown: on the server of DATABASE_URL, or on one of our own. */
export async function startDatabase(shutdown: Shutdown): Promise<string> {
  await clearKilledRuns()
  await shutdown.add(() => removeTestDatabase())
  const server = await startTestDatabase()
  const url = server.url(NAME)
  await ensureDatabase(url)
  await shutdown.add(() => dropDatabase(server.url("postgres")))
  return url
}

async function dropDatabase(maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl })
  await client.connect()
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(NAME)} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}
