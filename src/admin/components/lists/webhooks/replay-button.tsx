import { Button, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import type {
  AdminCatalystPayWebhookDelivery,
  AdminCatalystPayWebhookDeliveryAnswer,
} from "../../../../modules/catalystpay/admin-types"
import { sdk } from "../../../lib/sdk"
import { TOAST_PLACE } from "../../../lib/toast-place"
import { useFailureToast, useRefresh } from "../../../lib/use-debit-actions"
import { useTexts } from "../../../lib/use-texts"

/** Processes a webhook once more. Nothing for one that waits for that, or is being processed. */
export const ReplayButton = ({ delivery }: { delivery: AdminCatalystPayWebhookDelivery }) => {
  const { t } = useTexts()
  const refresh = useRefresh()
  const onError = useFailureToast()
  const replay = useMutation({
    mutationFn: () =>
      sdk.client.fetch<AdminCatalystPayWebhookDeliveryAnswer>(
        `/admin/catalystpay/webhook-deliveries/${delivery.id}/replay`,
        { method: "POST", body: {} },
      ),
    onSuccess: async ({ webhook_delivery }) => {
      const { outcome, status } = webhook_delivery
      toast.info(t(`lists.webhooks.statuses.${status}`), { ...TOAST_PLACE, description: outcome ?? undefined })
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
