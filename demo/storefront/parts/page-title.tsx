import { useEffect, useRef, type ReactNode } from "react"

let isFirst = true

/**
 * The page's heading. It gets the focus when another page comes, so that keyboard and screen reader begin there; the
 * first page of a visit begins where every page of the web does.
 */
export function PageTitle({ children, title }: { children?: ReactNode; title: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isFirst) {
      heading.current?.focus()
    }
    isFirst = false
  }, [])
  useEffect(() => {
    document.title = `${title} · Demo Shop`
  }, [title])
  return (
    <h1 ref={heading} className="title" tabIndex={-1}>
      {children ?? title}
    </h1>
  )
}
