import type { DataTableFilter } from "@medusajs/ui"
import { useAccounts } from "../../lib/lists/use-accounts"
import { useTexts } from "../../lib/use-texts"

/** Nothing to choose from where there is one account only. */
export function useAccountFilter(type: "radio" | "multiselect"): DataTableFilter[] {
  const { t } = useTexts()
  const accounts = useAccounts()
  if (accounts.length < 2) {
    return []
  }
  const options = accounts.map((account) => ({ label: account, value: account }))
  return [{ id: "account", type, label: t("lists.fields.account"), options }]
}
