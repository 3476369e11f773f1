import { Tabs } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { ListUrl } from "../../lib/lists/use-list-url"

interface ListTabsProps {
  url: ListUrl
  tabs: { value: string; label: string }[]
  /** What all of them show, each with rows of its own. */
  children: ReactNode
}

/** Shows one part of a list or another, as the address says. */
export const ListTabs = ({ url, tabs, children }: ListTabsProps) => (
  <Tabs value={url.tab ?? undefined} onValueChange={url.setTab} className="flex flex-col gap-y-3">
    <Tabs.List>
      {tabs.map(({ value, label }) => (
        <Tabs.Trigger key={value} value={value}>
          {label}
        </Tabs.Trigger>
      ))}
    </Tabs.List>
    {url.tab && <Tabs.Content value={url.tab}>{children}</Tabs.Content>}
  </Tabs>
)
