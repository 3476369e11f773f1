import { useMemo } from "react"
import { useSearchParams } from "react-router-dom"
import type { ListSpec } from "./list-spec"
import {
  filtersOf,
  pageOf,
  searchOf,
  sortOf,
  tabOf,
  withCursor,
  withFilters,
  withPage,
  withSearch,
  withSort,
  withTab,
  type Filters,
  type Sort,
} from "./list-url"

export interface ListUrl {
  params: URLSearchParams
  search: string
  filters: Filters
  sort: Sort | null
  /** Null where the list has none. */
  tab: string | null
  /** From 0. */
  page: number
  setSearch: (search: string) => void
  setFilters: (filters: Record<string, unknown>) => void
  setSort: (sort: Sort | null) => void
  setTab: (tab: string) => void
  setPage: (page: number) => void
  setCursor: (cursor: string | null) => void
}

/**
 * A list's tab, search, filters, sort and page, kept in the address. Each page turned is a step that the browser goes back
 * over; what narrows the list down changes the step that one stands on.
 */
export function useListUrl(spec: ListSpec): ListUrl {
  const [params, setParams] = useSearchParams()
  return useMemo(() => {
    const refine = (change: (before: URLSearchParams) => URLSearchParams): void => setParams(change, { replace: true })
    return {
      params,
      search: searchOf(params),
      filters: filtersOf(params, spec),
      sort: sortOf(params, spec),
      tab: tabOf(params, spec),
      page: pageOf(params),
      setSearch: (search) => refine((before) => withSearch(before, search)),
      setFilters: (filters) => refine((before) => withFilters(before, spec, filters)),
      setSort: (sort) => refine((before) => withSort(before, sort)),
      setTab: (tab) => refine((before) => withTab(before, spec, tab)),
      setPage: (page) => setParams((before) => withPage(before, page)),
      setCursor: (cursor) => setParams((before) => withCursor(before, cursor)),
    }
  }, [params, setParams, spec])
}
