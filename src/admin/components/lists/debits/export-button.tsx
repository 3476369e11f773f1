import { ArrowDownTray } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { fileNameOf, saveFile } from "../../../lib/lists/download"
import type { ListQuery } from "../../../lib/lists/list-url"
import { sdk } from "../../../lib/sdk"
import { TOAST_PLACE } from "../../../lib/toast-place"
import { useTexts } from "../../../lib/use-texts"

const FILE = "sepa-debits.csv"

/** Saves all debits that the list holds, and not its page alone, as CSV. */
export const ExportButton = ({ query }: { query: ListQuery }) => {
  const { t } = useTexts()
  const download = useMutation({
    mutationFn: async () => {
      const headers = { accept: "text/csv" }
      const answer = await sdk.client.fetch<Response>("/admin/catalystpay/debits/export", { query, headers })
      saveFile(await answer.blob(), fileNameOf(answer.headers.get("content-disposition")) ?? FILE)
    },
    onError: (error) => {
      toast.error(t("lists.debits.export_failed"), { ...TOAST_PLACE, description: error.message })
    },
  })
  return (
    <Button variant="secondary" size="small" isLoading={download.isPending} onClick={() => download.mutate()}>
      <ArrowDownTray />
      {t("lists.debits.export")}
    </Button>
  )
}
