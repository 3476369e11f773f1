import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"

/**
 * Looks for webhooks that do not come, and closes problems that are over. Every server runs it: whether a key is
 * accepted, each of them knows for itself.
 */
export default async function catalystpayWatch(container: MedusaContainer): Promise<void> {
  const { upkeep } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  await upkeep.watch.run()
}

export const config = {
  name: "catalystpay-watch",
  schedule: "*/5 * * * *",
}
