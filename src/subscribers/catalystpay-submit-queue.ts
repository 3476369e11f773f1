import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { DEBIT_QUEUED_EVENT } from "../modules/catalystpay/events"
import { submitQueue } from "../workflows/submit-queue"

/** Begins to submit as soon as a debit is queued; the job of the same name is for what a process died with. */
export default async function catalystpaySubmitQueueAtOnce({ container }: SubscriberArgs): Promise<void> {
  await submitQueue(container)
}

export const config: SubscriberConfig = {
  event: DEBIT_QUEUED_EVENT,
  context: { subscriberId: "catalystpay-submit-queue" },
}
