import { Button, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import type {
  AdminCatalystPayWebhookDelivery,
  AdminCatalystPayWebhookDeliveryAnswer,
} from "../../../../modules/catalystpay/admin-types"
import { outcomeText } from "../../../lib/outcome-words"
import { sdk } from "../../../lib/sdk"
import { TOAST_PLACE } from "../../../lib/toast-place"
import { useFailureToast, useRefresh } from "../../../lib/use-debit-actions"
import { useTexts } from "../../../lib/use-texts"

/** Processes a webhook once more. Nothing for one that waits for that, or is being processed. */
export const ReplayButton = ({ delivery }: { delivery: AdminCatalystPayWebhookDelivery }) => {
  const texts = useTexts()
  const { t } = texts
  const refresh = useRefresh()
  const onError = useFailureToast()
  const replay = useMutation({
    mutationFn: () =>
      sdk.client.fetch<AdminCatalystPayWebhookDeliveryAnswer>(
        `/admin/catalystpay/webhook-deliveries/${delivery.id}/replay`,
        { method: "POST", body: {} },
      ),
    onSuccess: async ({ webhook_delivery }) => {
      const description = outcomeText(webhook_delivery, texts) ?? undefined
      toast.info(t(`lists.webhooks.statuses.${webhook_delivery.status}`), { ...TOAST_PLACE, description })
      await refresh()
    },
    onError,
  })
  if (delivery.status === "received" || delivery.status === "processing") {
    return null
  }
  return (
    <Button
      variant="secondary"
      size="small"
      isLoading={replay.isPending}
      onClick={(event) => {
        event.stopPropagation()
        replay.mutate()
      }}
    >
      {t("lists.webhooks.replay")}
    </Button>
  )
}
