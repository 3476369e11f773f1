import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const linkRows = z.array(z.object({ payment_collection_id: z.string() }))

/** The payment collections of an order; none for an order that does not exist. */
export async function collectionsOfOrder(scope: MedusaContainer, orderId: string): Promise<string[]> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_payment_collection",
    fields: ["payment_collection_id"],
    filters: { order_id: orderId },
  })
  return linkRows.parse(data).map((row) => row.payment_collection_id)
}
