import { Container, Heading } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTexts } from "../lib/use-texts"

/** The frame that the order page's own panels have. */
export const DebitsPanel = ({ children }: { children: ReactNode }) => {
  const { t } = useTexts()
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("title")}</Heading>
      </div>
      {children}
    </Container>
  )
}
