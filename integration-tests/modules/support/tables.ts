import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "zod"

const rows = z.array(z.object({ tablename: z.string() }))

/** The ledger's own. */
export async function tablesOf(knex: Knex): Promise<string[]> {
  const found: unknown = await knex("pg_tables").select("tablename").where("tablename", "like", "catalystpay\\_%").orderBy("tablename")
  return rows.parse(found).map(({ tablename }) => tablename)
}

export async function emptyLedger(knex: Knex): Promise<void> {
  const tables = await tablesOf(knex)
  await knex.raw(`TRUNCATE ${tables.map((table) => `"${table}"`).join(", ")} CASCADE`)
}
