import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { daysBefore } from "../../lib/lists/days"
import { useFormat } from "../../lib/use-format"
import { useTexts } from "../../lib/use-texts"

const SPANS = [
  ["today", 0],
  ["last_7", 7],
  ["last_30", 30],
  ["last_90", 90],
] as const

/** Days to choose from, or a range of one's own. */
export function useDaysFilter(id: string, label: string): DataTableFilter {
  const { t } = useTexts()
  const { date } = useFormat()
  return useMemo(() => {
    const today = new Date()
    const options = SPANS.map(([name, days]) => ({
      label: t(`lists.days.${name}`),
      value: { $gte: daysBefore(today, days).toISOString() },
    }))
    return {
      id,
      type: "date",
      label,
      format: "date",
      options,
      formatDateValue: (value: Date) => date(value.toISOString()),
      rangeOptionLabel: t("lists.days.custom"),
      rangeOptionStartLabel: t("lists.days.starting"),
      rangeOptionEndLabel: t("lists.days.ending"),
    }
  }, [id, label, t, date])
}
