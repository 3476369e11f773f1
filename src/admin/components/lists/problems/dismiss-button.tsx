import { Button, toast, usePrompt } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import type { AdminCatalystPayProblemAnswer } from "../../../../modules/catalystpay/admin-types"
import { sdk } from "../../../lib/sdk"
import { useFailureToast, useRefresh } from "../../../lib/use-debit-actions"
import { useTexts } from "../../../lib/use-texts"

/** Puts a problem aside that does not close by itself, after having been asked whether it was dealt with. */
export const DismissButton = ({ problemId }: { problemId: string }) => {
  const { t } = useTexts()
  const prompt = usePrompt()
  const refresh = useRefresh()
  const onError = useFailureToast()
  const path = `/admin/catalystpay/problems/${problemId}/dismiss`
  const dismiss = useMutation({
    mutationFn: () => sdk.client.fetch<AdminCatalystPayProblemAnswer>(path, { method: "POST", body: {} }),
    onSuccess: async () => {
      toast.success(t("lists.problems.dismissed"))
      await refresh()
    },
    onError,
  })
  const ask = async (): Promise<void> => {
    const isSure = await prompt({
      variant: "confirmation",
      title: t("lists.problems.dismiss_title"),
      description: t("lists.problems.dismiss_help"),
      confirmText: t("lists.problems.dismiss"),
      cancelText: t("actions.cancel"),
    })
    if (isSure) {
      dismiss.mutate()
    }
  }
  return (
    <Button
      variant="secondary"
      size="small"
      className="flex-shrink-0"
      isLoading={dismiss.isPending}
      onClick={() => void ask()}
    >
      {t("lists.problems.dismiss")}
    </Button>
  )
}
