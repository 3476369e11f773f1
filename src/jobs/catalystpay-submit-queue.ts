import type { MedusaContainer } from "@medusajs/framework/types"
import { submitQueue } from "../workflows/submit-queue"

/** Submits debits that wait for their turn, also those whose process died. Any number of servers may run it. */
export default async function catalystpaySubmitQueue(container: MedusaContainer): Promise<void> {
  await submitQueue(container)
}

export const config = {
  name: "catalystpay-submit-queue",
  schedule: "* * * * *",
}
