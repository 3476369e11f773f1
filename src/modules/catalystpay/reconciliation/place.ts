import type { RunPlace } from "./run-record"

/** Pure: the place at which a window begins, or a further page of it. */
export function startOfWindow(window_start: string): RunPlace {
  return { window_start, next: null, rows_done: 0, last_row_id: null, window_restarted: false }
}

/**
 * Pure: the row of a page with which a run goes on. The page may have changed since: the last row that was done is looked
 * for by its id, and where it is gone the page begins anew, because a row that is read again does no harm, and one that
 * is left out may.
 */
export function firstToDo(rows: { id: string | null }[], { rows_done, last_row_id }: Pick<RunPlace, "rows_done" | "last_row_id">): number {
  if (rows_done === 0 || last_row_id === null || rows[rows_done - 1]?.id === last_row_id) {
    return Math.min(rows_done, rows.length)
  }
  return rows.findIndex(({ id }) => id === last_row_id) + 1
}
