import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import { agreeWithLedger } from "../workflows/agreement"
import { collectionsOfOrder } from "../workflows/order-collections"

/**
 * An order was cancelled: Medusa swallows that its refund was refused, and asks the provider nothing where the payment is
 * still awaited. What became of its debits is looked at here.
 */
export default async function catalystpayOrderCanceled({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  for (const collection of await collectionsOfOrder(container, event.data.id)) {
    for (const { id } of await ledger.findByCollection(collection)) {
      await agreeWithLedger(container, id)
    }
  }
}

export const config: SubscriberConfig = {
  event: "order.canceled",
  context: { subscriberId: "catalystpay-order-canceled" },
}
