import type { Client } from "@medusajs/framework/pg"
import { onServer } from "./connection"

/** Named by jest's globalSetup, so that runs on one server do not meet. */
function templateName(): string {
  const { CATALYSTPAY_TEST_TEMPLATE } = process.env
  if (!CATALYSTPAY_TEST_TEMPLATE) {
    throw new Error("CATALYSTPAY_TEST_TEMPLATE is set by the global setup of the http tests.")
  }
  return CATALYSTPAY_TEST_TEMPLATE
}

/** Creates a database as an earlier file left it after its migrations and before its shop; an empty one for the first files. */
export async function createMigrated(database: string): Promise<void> {
  const template = templateName()
  await onServer(async (client) => {
    const migrated = await exists(client, template)
    await client.query(`CREATE DATABASE ${quoted(client, database)}${migrated ? copyOf(client, template) : ""}`)
  })
}

/** Keeps the database of a Medusa that has booted for the files that follow, unless there is one. */
export async function keepMigrated(database: string): Promise<void> {
  const template = templateName()
  const candidate = `${template}-${process.pid}`
  await onServer(async (client) => {
    if (await exists(client, template)) {
      return
    }
    await client.query(`ALTER DATABASE ${quoted(client, database)} ALLOW_CONNECTIONS false`)
    try {
      await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [database])
      await client.query(`CREATE DATABASE ${quoted(client, candidate)}${copyOf(client, database)}`)
    } finally {
      await client.query(`ALTER DATABASE ${quoted(client, database)} ALLOW_CONNECTIONS true`)
    }
    // Whole under its name, or not there: others look for it at any time.
    await client.query(`ALTER DATABASE ${quoted(client, candidate)} RENAME TO ${quoted(client, template)}`).catch(async () => {
      await client.query(`DROP DATABASE ${quoted(client, candidate)}`)
    })
  })
}

async function exists(client: Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database])
  return rowCount === 1
}

/** File by file: nothing of it has to survive a crash. */
function copyOf(client: Client, template: string): string {
  return ` WITH TEMPLATE ${quoted(client, template)} STRATEGY FILE_COPY`
}

function quoted(client: Client, database: string): string {
  return client.escapeIdentifier(database)
}
