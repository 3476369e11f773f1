import type { ReactNode } from "react"
import { Link } from "react-router-dom"

const LOOK =
  "txt-compact-small text-ui-fg-interactive transition-fg hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus w-fit rounded-[4px] outline-none"

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
