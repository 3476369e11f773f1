import { z } from "zod"

/** Where a row stands: rows that come later never move another row's place. */
export type Place = { at: number; id: string }

/** Rows after a place, or the nearest ones before it. */
export type Cursor = Place & { direction: "after" | "before" }

const cursorText = z.tuple([z.enum(["after", "before"]), z.int(), z.string()])

export function encodeCursor({ direction, at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([direction, at, id]), "utf8").toString("base64url")
}

/** Null for what is no cursor of ours. */
export function decodeCursor(text: string): Cursor | null {
  try {
    const [direction, at, id] = cursorText.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")))
    return { direction, at, id }
  } catch {
    return null
  }
}

export function comparePlaces(left: Place, right: Place): number {
  return left.at - right.at || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)
}

/**
 * One page of rows that are sorted by `compare`, with the cursors of its neighbours, null where there is none. A cursor
 * names a place, not a number of rows: what is inserted meanwhile makes nobody skip or repeat a row.
 */
export function pageOf<Row extends Place>(
  rows: Row[],
  { cursor, size, compare }: { cursor: Cursor | null; size: number; compare: (left: Place, right: Place) => number },
): { page: Row[]; next: Cursor | null; previous: Cursor | null } {
  const page =
    cursor?.direction === "before"
      ? rows.filter((row) => compare(row, cursor) < 0).slice(-size)
      : rows.filter((row) => cursor === null || compare(row, cursor) > 0).slice(0, size)
  const [first, last] = [page[0], page.at(-1)]
  const place = ({ at, id }: Row) => ({ at, id })
  return {
    page,
    next: last && last !== rows.at(-1) ? { direction: "after", ...place(last) } : null,
    previous: first && first !== rows[0] ? { direction: "before", ...place(first) } : null,
  }
}
