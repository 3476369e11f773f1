import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderEditWorkflowEvents } from "@medusajs/framework/utils"
import { agreeOnOrder } from "../workflows/agree-on-order"

/**
 * An order was edited: its debit keeps the amount that it was submitted with, and the merchant is told where the two
 * differ, until they agree again.
 */
export default async function catalystpayOrderEdited({ event, container }: SubscriberArgs<{ order_id: string }>): Promise<void> {
  await agreeOnOrder(container, event.data.order_id)
}

export const config: SubscriberConfig = {
  event: OrderEditWorkflowEvents.CONFIRMED,
  context: { subscriberId: "catalystpay-order-edited" },
}
