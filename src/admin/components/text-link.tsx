import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

/** The darker of the dashboard's two colours for links, also under the pointer: the lighter is too near to white to be read by everybody (WCAG AA). */
export const LINK_COLOR = "text-ui-fg-interactive-hover hover:text-ui-fg-base"

const LOOK = clx("txt-compact-small transition-fg focus-visible:shadow-borders-focus w-fit rounded-[4px] outline-none", LINK_COLOR)

interface TextLinkProps {
  to: string
  /** What is read out, where the words alone do not say where it leads. */
  label?: string
  children: ReactNode
}

/** A link inside of text, as the dashboard draws its own. */
export const TextLink = ({ to, label, children }: TextLinkProps) => (
  <Link to={to} className={LOOK} aria-label={label}>
    {children}
  </Link>
)
