import type { DataTableFilter } from "@medusajs/ui"
import { DEBIT_STATES } from "../../../lib/state-color"
import { useTexts } from "../../../lib/use-texts"
import { useAccountFilter } from "../use-account-filter"
import { useDaysFilter } from "../use-days-filter"

export function useDebitFilters(): DataTableFilter[] {
  const { t } = useTexts()
  const days = useDaysFilter("created_at", t("lists.fields.created"))
  const accounts = useAccountFilter("multiselect")
  const option = (value: string, label: string) => ({ value, label: t(label) })
  return [
    {
      id: "state",
      type: "multiselect",
      label: t("lists.fields.state"),
      options: DEBIT_STATES.map((state) => option(state, `states.${state}`)),
    },
    {
      id: "trouble",
      type: "radio",
      label: t("lists.fields.trouble"),
      options: [option("true", "lists.debits.trouble")],
    },
    {
      id: "livemode",
      type: "radio",
      label: t("lists.fields.environment"),
      options: [option("live", "lists.debits.live"), option("test", "lists.debits.test")],
    },
    days,
    ...accounts,
  ]
}
