import { copyDatabase, databaseExists, dropDatabase, ensureDatabase, renameDatabase, whileNobodyUses } from "../../../../demo/database"
import { addressOf } from "./address"

/** Named by jest's globalSetup, so that runs on one server do not meet. */
function templateName(): string {
  const { CATALYSTPAY_TEST_TEMPLATE } = process.env
  if (!CATALYSTPAY_TEST_TEMPLATE) {
    throw new Error("CATALYSTPAY_TEST_TEMPLATE is set by the global setup of the http tests.")
  }
  return CATALYSTPAY_TEST_TEMPLATE
}

/** Creates a database as an earlier file left it after its migrations and before its shop; an empty one for the first files. */
export async function createMigrated(name: string): Promise<void> {
  const [template, database] = [addressOf(templateName()), addressOf(name)]
  await ((await databaseExists(template)) ? copyDatabase(template, database) : ensureDatabase(database))
}

/** Keeps the database of a Medusa that has booted for the files that follow, unless there is one. */
export async function keepMigrated(name: string): Promise<void> {
  const [template, database] = [addressOf(templateName()), addressOf(name)]
  const candidate = addressOf(`${templateName()}-${process.pid}`)
  if (await databaseExists(template)) {
    return
  }
  await whileNobodyUses(database, () => copyDatabase(database, candidate))
  // Whole under its name, or not there: others look for it at any time.
  if (!(await renameDatabase(candidate, template))) {
    await dropDatabase(candidate)
  }
}
