import { Copy, Text } from "@medusajs/ui"
import { useTexts } from "../lib/use-texts"

interface DetailRowProps {
  label: string
  value: string | null
  copyable?: boolean
}

/** One known fact; what is not known takes no room. */
export const DetailRow = ({ label, value, copyable = false }: DetailRowProps) => {
  const { t } = useTexts()
  if (!value) {
    return null
  }
  return (
    <div className="text-ui-fg-subtle grid grid-cols-2 items-start gap-x-2">
      <Text size="small" leading="compact">
        {label}
      </Text>
      <div className="flex items-start justify-between gap-x-2">
        <Text size="small" leading="compact" className="break-all">
          {value}
        </Text>
        {copyable && <Copy content={value} className="text-ui-fg-muted" aria-label={`${t("copy")}: ${label}`} />}
      </div>
    </div>
  )
}
