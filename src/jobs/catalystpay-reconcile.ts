import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcile } from "../workflows/reconcile"

/** Reads CatalystPay's own records, and repairs what webhooks missed. Any number of servers may run it. */
export default async function catalystpayReconcile(container: MedusaContainer): Promise<void> {
  await reconcile(container)
}

export const config = {
  name: "catalystpay-reconcile",
  schedule: "27 * * * *",
}
