import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { countOf } from "../page"
import { readCursor, writeCursor, type Cursor, type DebitSort, type Place } from "./cursor"
import { rowsWhere, type DebitFilter } from "./filter"
import { placesQuery } from "./places"

export interface DebitPageTerms {
  sort: DebitSort
  /** Rows of a page. */
  limit: number
  /** What another page's answer gave for this one; the first page without it. */
  cursor?: string
}

/** A page of a list of debits: which ones, in which order, and what lies beside it. */
export interface DebitPage {
  ids: string[]
  next_cursor: string | null
  previous_cursor: string | null
}

/**
 * Lists of debits, page by page. A page begins behind the last debit of the one before, and not after so many of them:
 * what is opened meanwhile makes no debit appear twice or be left out, and the thousandth page costs what the first does.
 */
export class DebitList {
  constructor(
    private readonly knex: () => Knex,
    private readonly now: () => Date,
  ) {}

  async count(filter: DebitFilter): Promise<number> {
    return countOf(rowsWhere(this.knex(), filter, this.now()))
  }

  /** @throws CatalystPayError `invalid_request` for a cursor that is none of this list */
  async page(filter: DebitFilter, { sort, limit, cursor: text }: DebitPageTerms): Promise<DebitPage> {
    const cursor = text === undefined ? null : readCursor(text, sort)
    const found = await placesQuery(this.knex(), filter, { sort, cursor, limit: limit + 1 }, this.now())
    return toPage(found, { sort, cursor, limit })
  }
}

/** @param found the page's places and, where there is one, that of the debit behind it */
function toPage(found: Place[], { sort, cursor, limit }: { sort: DebitSort; cursor: Cursor | null; limit: number }): DebitPage {
  const isMore = found.length > limit
  const backwards = cursor?.towards === "previous"
  const places = backwards ? found.slice(0, limit).reverse() : found.slice(0, limit)
  const beside = (place: Place | undefined, towards: Cursor["towards"], isThere: boolean) =>
    place && isThere ? writeCursor({ sort, place, towards }) : null
  return {
    ids: places.map(({ id }) => id),
    next_cursor: beside(places.at(-1), "next", backwards || isMore),
    previous_cursor: beside(places[0], "previous", backwards ? isMore : cursor !== null),
  }
}
