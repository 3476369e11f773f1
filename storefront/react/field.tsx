import type { ReactNode } from "react"

/** What ties an input to its hint, its news and its error. */
export interface FieldIds {
  input: string
  hint: string
  news: string
  error: string
}

export function idsOf(prefix: string, name: string): FieldIds {
  const id = `${prefix}-${name}`
  return { input: id, hint: `${id}-hint`, news: `${id}-news`, error: `${id}-error` }
}

/** The attributes by which a screen reader finds an input's error and hint. */
export function described(ids: FieldIds, error: string | undefined, ...others: string[]) {
  return {
    id: ids.input,
    "aria-describedby": [...(error ? [ids.error] : []), ...others].join(" ") || undefined,
    "aria-invalid": error ? true : undefined,
  }
}

/** Always in the page, so that a screen reader hears what appears in it. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="cpay-error" aria-live="polite">
      {children}
    </p>
  )
}
