import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { DEBIT_DECLINED_EVENT, DEBIT_FAILED_EVENT } from "../modules/catalystpay/events"
import { agreeWithLedger } from "../workflows/agreement"

/**
 * A debit came to nothing, or came back before it was captured: whoever learned of it first, Medusa's own hook among
 * them, an order that stands is told that it is not paid.
 */
export default async function catalystpayDebitEnded({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await agreeWithLedger(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: [DEBIT_FAILED_EVENT, DEBIT_DECLINED_EVENT],
  context: { subscriberId: "catalystpay-debit-ended" },
}
