import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import { LINK_COLOR } from "../text-link"

interface CellLinkProps {
  to: string
  /** In the colour of links: it leads elsewhere than a click on its row. */
  isElsewhere?: boolean
  children: ReactNode
}

/** A link in a row. The row's own click stays out of it, so that one click opens one page. */
export const CellLink = ({ to, isElsewhere = false, children }: CellLinkProps) => (
  <Link
    to={to}
    onClick={(event) => event.stopPropagation()}
    className={clx(
      "transition-fg focus-visible:shadow-borders-focus rounded-[4px] outline-none",
      isElsewhere ? LINK_COLOR : "text-ui-fg-base hover:text-ui-fg-subtle",
    )}
  >
    {children}
  </Link>
)
