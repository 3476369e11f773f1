import { DataTable, Heading, Text, useDataTable, type DataTableFilter } from "@medusajs/ui"
import type { ReactNode } from "react"
import { PAGE_SIZE } from "../../lib/lists/list-spec"
import type { Filters } from "../../lib/lists/list-url"
import type { List } from "../../lib/lists/use-list"
import { useOpenRow } from "../../lib/lists/use-open-row"
import { useTexts } from "../../lib/use-texts"
import { LoadingFailed } from "../loading"
import { CursorPages } from "./cursor-pages"

/** Columns as `createDataTableColumnHelper` makes them. */
export type Columns<Row> = Parameters<typeof useDataTable<Row>>[0]["columns"]

interface ListTableProps<Row extends { id: string }> {
  heading: string
  /** Stands below the heading. */
  help?: string
  list: List<Row>
  columns: Columns<Row>
  filters?: DataTableFilter[]
  /** Where a click on a row leads; its first cell holds the link for the keyboard. */
  rowHref?: (row: Row) => string | null
  /** The group of texts for a list without rows: `lists.<texts>.empty` and `.filtered`. */
  texts: string
  /** Stands right of search and filters. */
  actions?: ReactNode
}

/** A list in Medusa UI's DataTable, whose state is that of the page's address. */
export function ListTable<Row extends { id: string }>(props: ListTableProps<Row>): ReactNode {
  const { heading, help, list, columns, filters = [], rowHref, texts, actions } = props
  const { t } = useTexts()
  const { spec, url } = list
  const openRow = useOpenRow(rowHref)
  const byPage = spec.pages === "offset"
  const instance = useDataTable<Row>({
    data: list.rows,
    columns,
    filters,
    rowCount: list.count,
    getRowId: (row) => row.id,
    isLoading: list.isPending,
    // The address begins at the first page by itself when anything else of it changes.
    autoResetPageIndex: false,
    ...(rowHref && { onRowClick: openRow }),
    ...(filters.length > 0 && {
      filtering: { state: url.filters, onFilteringChange: (state) => url.setFilters(state as Filters) },
    }),
    ...(spec.sorts.length > 0 && {
      // Undefined when a column's order is taken away.
      sorting: { state: url.sort, onSortingChange: (sort: typeof url.sort | undefined) => url.setSort(sort ?? null) },
    }),
    ...(spec.hasSearch && { search: { state: url.search, onSearchChange: url.setSearch } }),
    ...(byPage && {
      pagination: {
        state: { pageIndex: url.page, pageSize: PAGE_SIZE },
        onPaginationChange: ({ pageIndex }) => url.setPage(pageIndex),
      },
    }),
  })
  const nothing = (kind: string) => ({
    heading: t(`lists.${texts}.${kind}.heading`),
    description: t(`lists.${texts}.${kind}.description`),
  })
  return (
    <DataTable instance={instance}>
      <DataTable.Toolbar
        className="flex flex-col items-start justify-between gap-2 md:flex-row md:items-center"
        translations={{ clearAll: t("lists.clear_all") }}
      >
        <div className="min-w-0">
          <Heading>{heading}</Heading>
          {help && (
            <Text size="small" className="text-ui-fg-subtle">
              {help}
            </Text>
          )}
        </div>
        <div className="flex flex-shrink-0 flex-wrap items-center gap-2">
          {filters.length > 0 && <DataTable.FilterMenu tooltip={t("lists.filter")} />}
          {spec.sorts.length > 0 && <DataTable.SortingMenu tooltip={t("lists.sort")} />}
          {spec.hasSearch && <DataTable.Search placeholder={t("lists.search")} aria-label={t("lists.search")} />}
          {actions}
        </div>
      </DataTable.Toolbar>
      {list.isError ? (
        <LoadingFailed message={t("lists.failed_to_load")} onRetry={list.refetch} />
      ) : (
        <>
          <DataTable.Table emptyState={{ empty: nothing("empty"), filtered: nothing("filtered") }} />
          {byPage ? <DataTable.Pagination translations={pageWords(t)} /> : <CursorPages list={list} />}
        </>
      )}
    </DataTable>
  )
}

function pageWords(t: (key: string) => string) {
  return {
    of: t("lists.of"),
    results: t("lists.results"),
    pages: t("lists.pages"),
    prev: t("lists.previous"),
    next: t("lists.next"),
  }
}
