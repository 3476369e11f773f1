import { Heading } from "@medusajs/ui"
import type { ReactNode } from "react"

/** Rows that belong together, under their title. */
export const RowGroup = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="flex flex-col gap-y-3 px-6 py-4">
    <Heading level="h3">{title}</Heading>
    <dl className="flex flex-col gap-y-3">{children}</dl>
  </section>
)
