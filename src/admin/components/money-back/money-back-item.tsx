import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface MoneyBackItemProps {
  amount: string
  badge?: ReactNode
  children: ReactNode
}

/** Money that went back, or is to go back: the amount, how it stands, and what is known of it. */
export const MoneyBackItem = ({ amount, badge, children }: MoneyBackItemProps) => (
  <li className="text-ui-fg-subtle flex flex-col gap-y-1">
    <div className="flex items-center justify-between gap-x-2">
      <Text size="small" leading="compact" className="text-ui-fg-base">
        {amount}
      </Text>
      {badge}
    </div>
    {children}
  </li>
)

export const Note = ({ children }: { children: ReactNode }) => (
  <Text size="small" className="break-words">
    {children}
  </Text>
)
