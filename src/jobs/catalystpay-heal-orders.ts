import type { MedusaContainer } from "@medusajs/framework/types"
import { healOrders } from "../workflows/heal-orders"

/** Brings orders and debits in line that a process left apart when it died. Any number of servers may run it. */
export default async function catalystpayHealOrders(container: MedusaContainer): Promise<void> {
  await healOrders(container)
}

export const config = {
  name: "catalystpay-heal-orders",
  schedule: "* * * * *",
}
