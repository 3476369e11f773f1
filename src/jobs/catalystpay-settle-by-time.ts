import type { MedusaContainer } from "@medusajs/framework/types"
import { settleByTime } from "../workflows/settle-by-time"

/** Settles debits that did not come back in time. Any number of servers may run it; one of them works. */
export default async function catalystpaySettleByTime(container: MedusaContainer): Promise<void> {
  await settleByTime(container)
}

export const config = {
  name: "catalystpay-settle-by-time",
  schedule: "7 * * * *",
}
