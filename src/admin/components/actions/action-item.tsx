import { clx, DropdownMenu } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

const LOOK = "[&_svg]:text-ui-fg-subtle flex items-center gap-x-2"

interface ActionItemProps {
  icon: ReactNode
  label: string
  disabled?: boolean
  onSelect: () => void
}

/** A line of the menu, as the dashboard's own menus draw it. */
export const ActionItem = ({ icon, label, disabled = false, onSelect }: ActionItemProps) => (
  <DropdownMenu.Item
    disabled={disabled}
    onSelect={onSelect}
    className={clx(LOOK, { "[&_svg]:text-ui-fg-disabled": disabled })}
  >
    {icon}
    <span>{label}</span>
  </DropdownMenu.Item>
)

/** A line of the menu that leads to a page. */
export const ActionLink = ({ icon, label, to }: { icon: ReactNode; label: string; to: string }) => (
  <DropdownMenu.Item asChild className={LOOK}>
    <Link to={to}>
      {icon}
      <span>{label}</span>
    </Link>
  </DropdownMenu.Item>
)
