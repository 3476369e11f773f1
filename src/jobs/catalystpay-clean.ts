import type { MedusaContainer } from "@medusajs/framework/types"
import { clean } from "../workflows/clean"

/** Destroys and deletes what is of no more use. Any number of servers may run it; one of them works. */
export default async function catalystpayClean(container: MedusaContainer): Promise<void> {
  await clean(container)
}

export const config = {
  name: "catalystpay-clean",
  schedule: "37 * * * *",
}
