import { Copy } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTexts } from "../../lib/use-texts"

interface RowProps {
  label: string
  children: ReactNode
  /** What the button beside it copies; without it there is none. */
  copied?: string
  /** A second, quieter line. */
  note?: string | null
}

/** One fact. */
export const Row = ({ label, children, copied, note }: RowProps) => {
  const { t } = useTexts()
  return (
    <div className="text-ui-fg-subtle grid grid-cols-1 items-start gap-x-4 gap-y-1 sm:grid-cols-2">
      <dt className="txt-compact-small-plus">{label}</dt>
      <dd className="txt-compact-small flex min-w-0 items-start justify-between gap-x-2">
        <div className="flex min-w-0 flex-col gap-y-1">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1 break-all">{children}</div>
          {note && <span>{note}</span>}
        </div>
        {copied !== undefined && <Copy content={copied} className="text-ui-fg-muted" aria-label={`${t("copy")}: ${label}`} />}
      </dd>
    </div>
  )
}
