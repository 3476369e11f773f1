import type { MedusaContainer } from "@medusajs/framework/types"
import { settleDueDebits } from "../workflows/settle-due-debits"

/** Settles debits whose answer never came, and verifications whose shopper never returned. Any number of servers may run it. */
export default async function catalystpaySettleDebits(container: MedusaContainer): Promise<void> {
  await settleDueDebits(container)
}

export const config = {
  name: "catalystpay-settle-debits",
  schedule: "* * * * *",
}
