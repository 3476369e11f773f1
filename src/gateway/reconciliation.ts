import type { z } from "zod"
import { checkInput } from "./answers"
import type { BaseAddress } from "./base-url"
import type { CallOptions } from "./call-options"
import type { Caller } from "./caller"
import { unexpected } from "./failure"
import { CircleWatch, pathOfNext } from "./next-page"
import { OPERATIONS, type GatewayOperation } from "./operations"
import { queryString } from "./reconciliation-queries"

/** One page of a listing. */
export type Page<Row> = {
  rows: Row[]
  /** Where the next page is; null after the last one. Keep it to go on from there later: it holds no secret. */
  next: string | null
}

/** Where a listing begins: at a window's first page, or at the `next` of a page that was read before. */
export type ListingStart<Query> = Query | { next: string }

/** What is listed, and how it is read. */
export type Listing<Query, Row> = {
  operation: GatewayOperation
  query: z.ZodType<Query>
  page: z.ZodType<{ results: Row[]; next?: string | null }>
}

type Reading = { base: BaseAddress; caller: Caller; options: CallOptions }

/**
 * Reads page after page, each when it is asked for and not before: one page is held at a time, and a reader that stops
 * ends the calls. Every iteration begins anew.
 */
export function pagesOf<Query extends Parameters<typeof queryString>[0], Row>(
  listing: Listing<Query, Row>,
  start: ListingStart<Query>,
  reading: Reading,
): AsyncIterable<Page<Row>> {
  return { [Symbol.asyncIterator]: () => readPages(listing, start, reading) }
}

/** The same, row by row. */
export function rowsOf<Row>(pages: AsyncIterable<Page<Row>>): AsyncIterable<Row> {
  return { [Symbol.asyncIterator]: () => readRows(pages) }
}

async function* readRows<Row>(pages: AsyncIterable<Page<Row>>): AsyncGenerator<Row, void> {
  for await (const { rows } of pages) {
    yield* rows
  }
}

async function* readPages<Query extends Parameters<typeof queryString>[0], Row>(
  { operation, query, page }: Listing<Query, Row>,
  start: ListingStart<Query>,
  { base, caller, options }: Reading,
): AsyncGenerator<Page<Row>, void> {
  let path =
    "next" in start && typeof start.next === "string"
      ? follow(operation, base, start.next, null)
      : `${OPERATIONS[operation].path}?${queryString(checkInput(operation, query, start))}`
  const circle = new CircleWatch(path)
  for (let number = 1; ; number += 1) {
    const about = `page ${number} of this listing`
    const { results: rows, next } = await caller.ask({ operation, schema: page, path, about }, options)
    // Looked at before the rows are handed over: a page that leads astray is not to be trusted in anything.
    const following = next ? follow(operation, base, next, 200) : null
    if (following !== null && circle.closes(following)) {
      throw unexpected(operation, 200, `the "next" of ${about} leads back to a page that was read already.`)
    }
    yield { rows, next: next ?? null }
    if (following === null) {
      return
    }
    path = following
  }
}

function follow(operation: GatewayOperation, base: BaseAddress, next: string, status: number | null): string {
  const path = pathOfNext(base, next)
  if (path === null) {
    throw unexpected(operation, status, `the page's "next" leads out of the API's own address, so it was not followed.`)
  }
  return path
}
