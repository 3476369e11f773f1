import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A page of a list. */
export interface Page {
  limit: number
  offset: number
}

/** How many rows a query has. */
export async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const [row] = await query.count<{ count: string | number }[]>("* as count")
  return Number(row?.count ?? 0)
}
