import { Heading } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

/** Rows that belong together, under their title. */
export const RowGroup = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-y-3 px-6 py-4">
      <Heading level="h3" id={id}>
        {title}
      </Heading>
      <dl className="flex flex-col gap-y-3">{children}</dl>
    </section>
  )
}
