import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DebitRow } from "../debits/debit-rows"
import { columnOf, isDescending, type Cursor, type DebitSort, type Place } from "./cursor"
import { rowsWhere, type DebitFilter } from "./filter"

/** How a value is written so that nothing of it is lost. */
const WRITTEN = {
  created_at: `to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  amount: "amount::text",
} as const

const TYPES = { created_at: "timestamptz", amount: "numeric" } as const

export interface PlacesTerms {
  sort: DebitSort
  cursor: Cursor | null
  limit: number
}

/** Places of a sorted list, from the cursor on in the direction that it goes: of a page before it, the last one first. */
export function placesQuery(
  knex: Knex,
  filter: DebitFilter,
  { sort, cursor, limit }: PlacesTerms,
  now: Date,
): Knex.QueryBuilder<DebitRow, Place[]> {
  const column = columnOf(sort)
  const descending = isDescending(sort) !== (cursor?.towards === "previous")
  const order = descending ? "desc" : "asc"
  const rows = rowsWhere(knex, filter, now)
  if (cursor) {
    const { value, id } = cursor.place
    void rows.whereRaw(`(${column}, id) ${descending ? "<" : ">"} (?::${TYPES[column]}, ?)`, [value, id])
  }
  return rows
    .orderBy([
      { column, order },
      { column: "id", order },
    ])
    .limit(limit)
    .select<Place[]>("id", knex.raw(`${WRITTEN[column]} as value`))
}
