import type { ReactNode } from "react"

/** Sentences in a cell: cells keep everything in one line, these may take several. */
export const Wrapped = ({ children }: { children: ReactNode }) => (
  <div className="flex min-w-64 max-w-xl flex-col whitespace-normal break-words py-2">{children}</div>
)
