import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CHARGEBACK_CREATED_EVENT, REFUND_CONFIRMED_EVENT } from "../modules/catalystpay/events"
import { agreeWithLedger } from "../workflows/agreement"

/** Money went back: whoever learned of it first, a webhook by either hook or a job, Medusa is brought in line. */
export default async function catalystpayMoneyBack({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await agreeWithLedger(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: [CHARGEBACK_CREATED_EVENT, REFUND_CONFIRMED_EVENT],
  context: { subscriberId: "catalystpay-money-back" },
}
