import { StatusBadge } from "@medusajs/ui"
import type { AdminCatalystPayWebhookDelivery } from "../../../../modules/catalystpay/admin-types"
import { deliveryColor } from "../../../lib/lists/delivery-color"
import { useTexts } from "../../../lib/use-texts"

export const DeliveryState = ({ delivery }: { delivery: AdminCatalystPayWebhookDelivery }) => {
  const { t } = useTexts()
  return <StatusBadge color={deliveryColor(delivery.status)}>{t(`lists.webhooks.statuses.${delivery.status}`)}</StatusBadge>
}
