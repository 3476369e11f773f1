import { dropDatabase, ensureDatabase } from "../../demo/database"
import type { Shutdown } from "../../demo/shutdown"
import { clearKilledRuns, removeTestDatabase, startTestDatabase } from "./test-database"

/**
 * An empty database for a shop, gone with the shutdown: on the server of DATABASE_URL, or on one of our own.
 * @param purpose part of its name
 * @returns its address
 */
export async function startDatabase(shutdown: Shutdown, purpose: string): Promise<string> {
  const name = `catalystpay_${purpose}_${process.pid}`
  await clearKilledRuns()
  await shutdown.add(() => removeTestDatabase())
  const server = await startTestDatabase()
  const url = server.url(name)
  await ensureDatabase(url)
  await shutdown.add(() => dropDatabase(url))
  return url
}
