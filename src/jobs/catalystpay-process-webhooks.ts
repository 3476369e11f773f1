import type { MedusaContainer } from "@medusajs/framework/types"
import { processDueWebhooks } from "../workflows/process-webhook"

/** Picks up webhooks that a process died with, or whose pause is over. Any number of servers may run it. */
export default async function catalystpayProcessWebhooks(container: MedusaContainer): Promise<void> {
  await processDueWebhooks(container)
}

export const config = {
  name: "catalystpay-process-webhooks",
  schedule: "* * * * *",
}
