import type { DataTableFilter } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import { useAccounts } from "../../lib/lists/use-accounts"
import { useTexts } from "../../lib/use-texts"

const ACCOUNT = "account"

/**
 * Nothing to choose from where there is one account only. What the address names is offered at once: Medusa UI's table
 * breaks when a filter that is set comes to be known later.
 */
export function useAccountFilter(type: "radio" | "multiselect"): DataTableFilter[] {
  const { t } = useTexts()
  const [params] = useSearchParams()
  const accounts = useAccounts()
  if (accounts.length < 2 && !params.has(ACCOUNT)) {
    return []
  }
  const named = params.getAll(ACCOUNT).filter((account) => account !== "")
  const options = [...new Set([...accounts, ...named])].map((account) => ({ label: account, value: account }))
  return [{ id: ACCOUNT, type, label: t("lists.fields.account"), options }]
}
