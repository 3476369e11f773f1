import type { MouseEvent } from "react"
import { useHref, useNavigate } from "react-router-dom"

/** Opens a row's page as a link does: in a new tab with the keys for it. */
export function useOpenRow<Row>(hrefOf: (row: Row) => string): (event: MouseEvent, row: Row) => void {
  const navigate = useNavigate()
  const root = useHref("/").replace(/\/$/, "")
  return (event, row) => {
    const href = hrefOf(row)
    if (event.metaKey || event.ctrlKey || event.shiftKey) {
      window.open(`${root}${href}`, event.shiftKey ? undefined : "_blank", "noreferrer")
    } else {
      void navigate(href)
    }
  }
}
