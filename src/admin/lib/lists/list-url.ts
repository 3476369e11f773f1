import { daysOf, fromDay, momentsOf, type MomentRange } from "./days"
import { PAGE_SIZE, type FilterSpec, type ListSpec } from "./list-spec"

/*
 * A list's search, filters, sort and page stand in the address of its page, so that they outlive a reload and the way
 * back from a detail page. A filter that was added and has no value yet stands there empty: its picker is open.
 */

export type FilterValue = string | string[] | MomentRange | null
export type Filters = Record<string, FilterValue>

export interface Sort {
  id: string
  desc: boolean
}

/** A query of the admin API. */
export type ListQuery = Record<string, string | number | string[]>

const FROM = "from"
const TO = "to"
const SEARCH = "q"
const SORT = "sort"
const CURSOR = "cursor"
const PAGE = "page"

export function searchOf(params: URLSearchParams): string {
  return params.get(SEARCH) ?? ""
}

/** As it is typed: a space at its end may be followed by another word. */
export function withSearch(params: URLSearchParams, search: string): URLSearchParams {
  return fromFirstPage(params, (changed) => set(changed, SEARCH, search))
}

/** Those that the address names, also without a value; values that the list does not know are left out. */
export function filtersOf(params: URLSearchParams, { filters }: ListSpec): Filters {
  const named = filters.filter((filter) => keysOf(filter).some((key) => params.has(key)))
  return Object.fromEntries(named.map((filter) => [filter.id, valueOf(params, filter)]))
}

/** @param values by filter, as the table gives them: of a kind that is not the filter's, nothing is kept but its key */
export function withFilters(params: URLSearchParams, { filters }: ListSpec, values: Record<string, unknown>): URLSearchParams {
  return fromFirstPage(params, (changed) => {
    for (const filter of filters) {
      keysOf(filter).forEach((key) => changed.delete(key))
      const value = values[filter.id]
      if (value !== undefined) {
        written(filter, value).forEach(([key, word]) => changed.append(key, word))
      }
    }
  })
}

/** Null: the list's own order. */
export function sortOf(params: URLSearchParams, { sorts }: ListSpec): Sort | null {
  const sort = params.get(SORT) ?? ""
  const desc = sort.startsWith("-")
  const id = desc ? sort.slice(1) : sort
  return sorts.includes(id) ? { id, desc } : null
}

export function withSort(params: URLSearchParams, sort: Sort | null): URLSearchParams {
  return fromFirstPage(params, (changed) => set(changed, SORT, sort ? `${sort.desc ? "-" : ""}${sort.id}` : ""))
}

/** Null: the list has no tabs. */
export function tabOf(params: URLSearchParams, { tab }: ListSpec): string | null {
  const chosen = tab && params.get(tab.id)
  return tab ? (tab.values.find((value) => value === chosen) ?? tab.values[0]) : null
}

export function withTab(params: URLSearchParams, { tab }: ListSpec, value: string): URLSearchParams {
  return fromFirstPage(params, (changed) => {
    if (tab) {
      set(changed, tab.id, value === tab.values[0] ? "" : value)
    }
  })
}

export function withCursor(params: URLSearchParams, cursor: string | null): URLSearchParams {
  return changedCopy(params, (changed) => set(changed, CURSOR, cursor ?? ""))
}

/** From 0. */
export function pageOf(params: URLSearchParams): number {
  const page = Number(params.get(PAGE) ?? 1)
  return Number.isSafeInteger(page) && page > 0 ? page - 1 : 0
}

/** @param page from 0 */
export function withPage(params: URLSearchParams, page: number): URLSearchParams {
  return changedCopy(params, (changed) => set(changed, PAGE, page > 0 ? String(page + 1) : ""))
}

/** What the export asks for: tab, search, filters and sort, and no page. */
export function narrowingQuery(params: URLSearchParams, spec: ListSpec): ListQuery {
  const query: ListQuery = {}
  for (const filter of spec.filters) {
    for (const key of keysOf(filter)) {
      const words = acceptable(params, filter, key)
      const [first] = words
      if (first !== undefined) {
        query[key] = filter.kind === "many" ? words : first
      }
    }
  }
  const search = searchOf(params).trim()
  const sort = sortOf(params, spec)
  const tab = tabOf(params, spec)
  return {
    ...query,
    ...(spec.tab && tab && { [spec.tab.id]: tab }),
    ...(spec.hasSearch && search && { [SEARCH]: search }),
    ...(sort && { [SORT]: `${sort.desc ? "-" : ""}${sort.id}` }),
  }
}

/** What a page of the list asks for. */
export function listQuery(params: URLSearchParams, spec: ListSpec): ListQuery {
  const query = { ...narrowingQuery(params, spec), limit: PAGE_SIZE }
  const cursor = params.get(CURSOR)
  if (spec.pages === "cursor") {
    return cursor ? { ...query, cursor } : query
  }
  return { ...query, offset: pageOf(params) * PAGE_SIZE }
}

function keysOf(filter: FilterSpec): string[] {
  return filter.kind === "days" ? [FROM, TO] : [filter.id]
}

function valueOf(params: URLSearchParams, filter: FilterSpec): FilterValue {
  switch (filter.kind) {
    case "one":
      return acceptable(params, filter, filter.id)[0] ?? null
    case "many":
      return acceptable(params, filter, filter.id)
    case "days":
      return rangeOf(momentsOf({ from: params.get(FROM), to: params.get(TO) }))
  }
}

/** Null without a day: the table opens the picker of a filter that has no value, and takes a range for one. */
function rangeOf(range: MomentRange): MomentRange | null {
  return range.$gte || range.$lte ? range : null
}

/** A filter without a value keeps its key. */
function written(filter: FilterSpec, value: unknown): [key: string, word: string][] {
  if (filter.kind === "days") {
    const days = isRange(value) ? daysOf(value) : { from: null, to: null }
    const words = ([[FROM, days.from], [TO, days.to]] as const).flatMap(([key, day]): [string, string][] => (day ? [[key, day]] : []))
    return words.length > 0 ? words : [[FROM, ""]]
  }
  const words = [value].flat().filter((word) => typeof word === "string")
  return (words.length > 0 ? words : [""]).map((word) => [filter.id, word])
}

function acceptable(params: URLSearchParams, filter: FilterSpec, key: string): string[] {
  const words = params.getAll(key).filter((word) => word !== "")
  if (filter.kind === "days") {
    return words.filter((word) => fromDay(word) !== null)
  }
  const { values } = filter
  return values ? words.filter((word) => values.includes(word)) : words
}

function isRange(value: unknown): value is MomentRange {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** What narrows a list down, or sorts it, begins at its first page. */
function fromFirstPage(params: URLSearchParams, change: (changed: URLSearchParams) => void): URLSearchParams {
  return changedCopy(params, (changed) => {
    change(changed)
    changed.delete(CURSOR)
    changed.delete(PAGE)
  })
}

function changedCopy(params: URLSearchParams, change: (changed: URLSearchParams) => void): URLSearchParams {
  const changed = new URLSearchParams(params)
  change(changed)
  return changed
}

function set(params: URLSearchParams, key: string, word: string): void {
  if (word) {
    params.set(key, word)
  } else {
    params.delete(key)
  }
}
