import { Heading } from "@medusajs/ui"
import type { ReactNode } from "react"

interface SectionProps {
  title: string
  children: ReactNode
}

/** A titled group inside a debit. */
export const Section = ({ title, children }: SectionProps) => (
  <section className="flex flex-col gap-y-2 px-6 py-4">
    <Heading level="h3">{title}</Heading>
    {children}
  </section>
)
