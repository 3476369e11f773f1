import { DataTable, Heading, Text, useDataTable, type DataTableFilter } from "@medusajs/ui"
import type { MouseEvent, ReactNode } from "react"
import type { List } from "../../lib/lists/use-list"
import { useTexts } from "../../lib/use-texts"
import { LoadingFailed } from "../loading"
import { CursorPages } from "./cursor-pages"
import { NumberedPages } from "./numbered-pages"

/** Columns as `createDataTableColumnHelper` makes them. */
export type Columns<Row> = Parameters<typeof useDataTable<Row>>[0]["columns"]

interface ListTableProps<Row extends { id: string }> {
  heading: string
  /** Stands below the heading. */
  help?: string
  list: List<Row>
  columns: Columns<Row>
  filters?: DataTableFilter[]
  /** What a click on a row does; its first cell has the same for the keyboard. */
  onRowClick?: (event: MouseEvent, row: Row) => void
  /** The group of texts for a list without rows: `lists.<texts>.empty` and `.filtered`. */
  texts: string
  /** Stand right of search and filters. */
  actions?: ReactNode
}

/** A list in Medusa UI's DataTable, whose state is that of the page's address. */
export function ListTable<Row extends { id: string }>(props: ListTableProps<Row>): ReactNode {
  const { heading, help, list, columns, filters = [], onRowClick, texts, actions } = props
  const { t } = useTexts()
  const { spec, url } = list
  const instance = useDataTable<Row>({
    data: list.rows,
    columns,
    filters,
    rowCount: list.count,
    getRowId: (row) => row.id,
    isLoading: list.isPending,
    // The address begins at the first page by itself when anything else of it changes.
    autoResetPageIndex: false,
    ...(onRowClick && { onRowClick }),
    ...(filters.length > 0 && {
      filtering: { state: url.filters, onFilteringChange: url.setFilters },
    }),
    ...(spec.sorts.length > 0 && {
      // Undefined when a column's order is taken away.
      sorting: { state: url.sort, onSortingChange: (sort: typeof url.sort | undefined) => url.setSort(sort ?? null) },
    }),
    ...(spec.hasSearch && { search: { state: url.search, onSearchChange: url.setSearch } }),
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
          {spec.pages === "offset" ? <NumberedPages list={list} /> : <CursorPages list={list} />}
        </>
      )}
    </DataTable>
  )
}
