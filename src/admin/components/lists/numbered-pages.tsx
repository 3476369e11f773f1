import { Table } from "@medusajs/ui"
import { PAGE_SIZE } from "../../lib/lists/list-spec"
import type { List } from "../../lib/lists/use-list"
import { useTexts } from "../../lib/use-texts"

/** Turns the pages of a list that counts its rows. */
export function NumberedPages<Row>({ list }: { list: List<Row> }) {
  const { t } = useTexts()
  const { count, url, isPending } = list
  if (isPending) {
    return null
  }
  const pageCount = Math.ceil(count / PAGE_SIZE)
  const translations = {
    of: t("lists.of"),
    results: t("lists.results"),
    pages: t("lists.pages"),
    prev: t("lists.previous"),
    next: t("lists.next"),
  }
  return (
    <Table.Pagination
      className="flex-shrink-0"
      count={count}
      pageSize={PAGE_SIZE}
      pageIndex={url.page}
      pageCount={pageCount}
      canPreviousPage={url.page > 0}
      canNextPage={url.page + 1 < pageCount}
      previousPage={() => url.setPage(url.page - 1)}
      nextPage={() => url.setPage(url.page + 1)}
      translations={translations}
    />
  )
}
