import { Code, Copy } from "@medusajs/ui"
import { useTexts } from "../../lib/use-texts"

/** A word to be entered elsewhere exactly as it is. */
export const CopiedCode = ({ code }: { code: string }) => {
  const { t } = useTexts()
  return (
    <span className="inline-flex items-center gap-x-1">
      <Code>{code}</Code>
      <Copy content={code} className="text-ui-fg-muted" aria-label={`${t("copy")}: ${code}`} />
    </span>
  )
}
