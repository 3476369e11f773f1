import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import { agreeWithLedger } from "../workflows/agreement"

/**
 * Tells the merchant of refunds that have been due for too long, and takes back those that Medusa gave up. Any number of
 * servers may run it.
 */
export default async function catalystpayWatchRefunds(container: MedusaContainer): Promise<void> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  for (const debitId of await ledger.givenBack.findOverdueRefunds()) {
    await agreeWithLedger(container, debitId)
  }
}

export const config = {
  name: "catalystpay-watch-refunds",
  schedule: "17 * * * *",
}
