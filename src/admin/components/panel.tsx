import { Container, Heading } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTexts } from "../lib/use-texts"

interface PanelProps {
  /** Stand at the right of the title. */
  badge?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** The frame that the order page's own panels have. */
export const Panel = ({ badge, actions, children }: PanelProps) => {
  const { t } = useTexts()
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <Heading level="h2">{t("title")}</Heading>
        <div className="flex items-center gap-x-2">
          {badge}
          {actions}
        </div>
      </div>
      {children}
    </Container>
  )
}
