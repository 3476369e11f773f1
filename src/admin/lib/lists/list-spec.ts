/** How a list can be narrowed down; each filter is a parameter of the page's address and of the admin API. */
export type FilterSpec =
  /** One value. Without `values` any is taken. */
  | { kind: "one"; id: string; values?: readonly string[] }
  /** Several, any of which may hold. */
  | { kind: "many"; id: string; values?: readonly string[] }
  /** Days, in the parameters `from` and `to`. */
  | { kind: "days"; id: string }

/** What a list's address may say. */
export interface ListSpec {
  filters: readonly FilterSpec[]
  /** Columns that it can be sorted by. */
  sorts: readonly string[]
  hasSearch: boolean
  /** A parameter that always has one of its values, the first unless another was chosen. */
  tab?: { id: string; values: readonly [string, ...string[]] }
  /** How the admin API turns pages. */
  pages: "cursor" | "offset"
}

/** Rows on a page, as in the dashboard's own lists. */
export const PAGE_SIZE = 20
