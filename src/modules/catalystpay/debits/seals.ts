import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { DEBITS, type DebitRow } from "./debit-rows"

/** How many bank accounts wait sealed, by the key that sealed them; its id stays inside the ledger. */
export type SealCounts = ReadonlyMap<string, number>

/** Counts the sealed bank accounts of all debits by the `keyId` of their keys. */
export async function countSeals(knex: Knex): Promise<SealCounts> {
  const rows = await knex<DebitRow>(DEBITS)
    .whereNotNull("sealed_iban")
    .whereNull("deleted_at")
    .groupByRaw("1")
    .select<{ key: string; count: string }[]>(knex.raw("split_part(sealed_iban, '.', 2) as key"), knex.raw("count(*) as count"))
  return new Map(rows.map(({ key, count }) => [key, Number(count)]))
}

/** Pure: how many wait under none of the keys. */
export function lostSeals(counts: SealCounts, keyIds: readonly string[]): number {
  return [...counts].filter(([key]) => !keyIds.includes(key)).reduce((sum, [, count]) => sum + count, 0)
}
