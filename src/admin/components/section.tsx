import { Heading } from "@medusajs/ui"
import { createContext, useContext, type ReactNode } from "react"

interface SectionProps {
  title: string
  children: ReactNode
}

const Level = createContext<"h2" | "h3">("h3")

/** Makes the titles of what is in it those of a page's own sections, and not of what is inside one. */
export const PageSections = ({ children }: { children: ReactNode }) => <Level.Provider value="h2">{children}</Level.Provider>

/** A titled group inside a debit. */
export const Section = ({ title, children }: SectionProps) => (
  <section className="flex flex-col gap-y-2 px-6 py-4">
    <Heading level={useContext(Level)}>{title}</Heading>
    {children}
  </section>
)
