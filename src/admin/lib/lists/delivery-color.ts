import type { DeliveryStatus } from "../../../modules/catalystpay/webhooks/inbox"
import type { StateColor } from "../state-color"

const COLORS: Readonly<Record<DeliveryStatus, StateColor>> = {
  received: "orange",
  processing: "blue",
  processed: "green",
  ignored: "grey",
  failed: "red",
}

export const DELIVERY_STATUSES: readonly string[] = Object.keys(COLORS)

export function deliveryColor(status: DeliveryStatus): StateColor {
  return COLORS[status]
}
