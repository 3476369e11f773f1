import { z } from "@medusajs/framework/zod"
import { CatalystPayError } from "../errors"

/** What a list of debits can be sorted by; a `-` before it: the greatest, or the newest, first. */
export const DEBIT_SORTS = ["created_at", "-created_at", "amount", "-amount"] as const
export type DebitSort = (typeof DEBIT_SORTS)[number]

/** The place of a debit in a sorted list: its value, as the database writes it, and its id, which no two have in common. */
export interface Place {
  value: string
  id: string
}

/** Where a page begins, and to which side it goes from there. */
export interface Cursor {
  sort: DebitSort
  place: Place
  towards: "next" | "previous"
}

const written = z.tuple([z.enum(DEBIT_SORTS), z.string(), z.string().regex(/^\w{1,64}$/), z.enum(["next", "previous"])])

/** To a caller it means nothing. */
export function writeCursor({ sort, place, towards }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, place.value, place.id, towards])).toString("base64url")
}

/**
 * @param sort the list's: a page of another order would be one of nothing
 * @throws CatalystPayError `invalid_request` for what is not a cursor of this list
 */
export function readCursor(text: string, sort: DebitSort): Cursor {
  const read = written.safeParse(parse(text))
  if (!read.success || read.data[0] !== sort || !isValue(sort, read.data[1])) {
    throw new CatalystPayError("invalid_request", { developer: "Invalid request. cursor: not one of this list" })
  }
  const [, value, id, towards] = read.data
  return { sort, place: { value, id }, towards }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"))
  } catch {
    return null
  }
}

/** PostgreSQL takes nothing else. */
function isValue(sort: DebitSort, value: string): boolean {
  return columnOf(sort) === "amount" ? /^\d{1,12}(\.\d{1,20})?$/.test(value) : isMoment(value)
}

/** With microseconds: rows that were written in the same millisecond are apart by less. */
function isMoment(value: string): boolean {
  const [, millisecond] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\d{3}Z$/.exec(value) ?? []
  const moment = new Date(`${millisecond}Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === `${millisecond}Z`
}

export function columnOf(sort: DebitSort): "created_at" | "amount" {
  return sort === "amount" || sort === "-amount" ? "amount" : "created_at"
}

export function isDescending(sort: DebitSort): boolean {
  return sort.startsWith("-")
}
