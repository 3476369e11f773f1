import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

const LOOK =
  "txt-compact-small text-ui-fg-interactive transition-fg hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus w-fit rounded-[4px] outline-none"

/** A link inside of text, as the dashboard draws its own. */
export const TextLink = ({ to, className, children }: { to: string; className?: string; children: ReactNode }) => (
  <Link to={to} className={clx(LOOK, className)}>
    {children}
  </Link>
)
