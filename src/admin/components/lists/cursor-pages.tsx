import { Button } from "@medusajs/ui"
import type { List } from "../../lib/lists/use-list"
import { useTexts } from "../../lib/use-texts"

/** Turns the pages of a list that has no page numbers: where rows come and go, only the neighbours of a page are known. */
export function CursorPages<Row>({ list }: { list: List<Row> }) {
  const { t } = useTexts()
  const { url, count, nextCursor, previousCursor, isPending } = list
  if (isPending) {
    return null
  }
  return (
    <div className="text-ui-fg-subtle txt-compact-small-plus flex w-full flex-shrink-0 items-center justify-between px-3 py-4">
      <p className="px-3 py-[5px]">{t("lists.count", { count })}</p>
      <div className="flex items-center gap-x-2">
        <Button
          type="button"
          variant="transparent"
          disabled={!previousCursor}
          onClick={() => url.setCursor(previousCursor)}
        >
          {t("lists.previous")}
        </Button>
        <Button type="button" variant="transparent" disabled={!nextCursor} onClick={() => url.setCursor(nextCursor)}>
          {t("lists.next")}
        </Button>
      </div>
    </div>
  )
}
