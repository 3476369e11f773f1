import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import { processDelivery } from "../workflows/process-webhook"

const AT_ONCE = 50

/** Picks up webhooks that a process died with, or whose pause is over. Any number of servers may run it. */
export default async function catalystpayProcessWebhooks(container: MedusaContainer): Promise<void> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  for (const delivery of await ledger.claimDueWebhooks(AT_ONCE)) {
    await processDelivery(container, delivery)
  }
}

export const config = {
  name: "catalystpay-process-webhooks",
  schedule: "* * * * *",
}
