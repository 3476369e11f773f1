import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { agreeOnOrder } from "../workflows/agree-on-order"

/**
 * An order was cancelled: Medusa swallows that its refund was refused, and asks the provider nothing where the payment is
 * still awaited. What became of its debits is looked at here.
 */
export default async function catalystpayOrderCanceled({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await agreeOnOrder(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: "order.canceled",
  context: { subscriberId: "catalystpay-order-canceled" },
}
