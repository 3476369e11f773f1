import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { knex as connect } from "@medusajs/framework/mikro-orm/knex"
import { TEST_IBANS } from "../../sandbox"
import { oneQueue } from "../cluster/support/one-queue"
import { searchedOutput } from "../http/support/output"

const NAME = `processes_${process.pid}`

const output = searchedOutput({ ibans: TEST_IBANS.map(({ iban }) => iban), secrets: () => [] })

function address(database: string): string {
  const { DB_USERNAME = "postgres", DB_PASSWORD = "", DB_HOST = "localhost", DB_PORT = "5432" } = process.env
  return `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/${database}`
}

async function run(database: string, statements: string[]): Promise<void> {
  const connection = connect({ client: "pg", connection: address(database), pool: { min: 0, max: 1 } })
  for (const statement of statements) {
    await connection.raw(statement)
  }
  await connection.destroy()
}

/** The counters' table as the migration makes it. */
function tableOfCounters(): string[] {
  const migrations = resolve(__dirname, "..", "..", "src", "modules", "catalystpay", "migrations")
  const written = readFileSync(resolve(migrations, "Migration20261125030000.ts"), "utf8")
  return written.match(/create unlogged table [^`]+/g) ?? []
}

describe("servers that share a PostgreSQL", () => {
  beforeAll(async () => {
    await run("postgres", [`create database ${NAME}`])
    await run(NAME, tableOfCounters())
  })

  afterAll(() => run("postgres", [`drop database if exists ${NAME} with (force)`]))

  oneQueue(() => ({ redis_url: null, database_url: address(NAME) }))
})

afterAll(() => output.stop())
