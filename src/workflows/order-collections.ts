import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const linkRows = z.array(z.object({ payment_collection_id: z.string() }))
const numberedRows = z.array(z.object({ payment_collections: z.array(z.object({ id: z.string() })).nullish() }))
const orderRows = z.array(
  z.object({ payment_collection_id: z.string(), order: z.object({ id: z.string(), display_id: z.number() }).nullish() }),
)

const namedRows = z.array(z.object({ id: z.string(), display_id: z.number() }))

/** An order as people call it. */
export interface OrderName {
  id: string
  display_id: number
}

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

/** The same by the number that people call the order by. */
export async function collectionsOfOrderNumber(scope: MedusaContainer, displayId: number): Promise<string[]> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ["payment_collections.id"], filters: { display_id: displayId } })
  return numberedRows.parse(data).flatMap(({ payment_collections }) => (payment_collections ?? []).map(({ id }) => id))
}

/** The orders that payment collections pay for, by one query. */
export async function ordersOfCollections(scope: MedusaContainer, collectionIds: string[]): Promise<Map<string, OrderName>> {
  if (collectionIds.length === 0) {
    return new Map()
  }
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_payment_collection",
    fields: ["payment_collection_id", "order.id", "order.display_id"],
    filters: { payment_collection_id: [...new Set(collectionIds)] },
  })
  return new Map(orderRows.parse(data).flatMap(({ payment_collection_id, order }) => (order ? [[payment_collection_id, order]] : [])))
}

/** What people call some orders, by one query; those that there are. */
export async function orderNames(scope: MedusaContainer, orderIds: string[]): Promise<Map<string, OrderName>> {
  if (orderIds.length === 0) {
    return new Map()
  }
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ["id", "display_id"], filters: { id: [...new Set(orderIds)] } })
  return new Map(namedRows.parse(data).map(({ id, display_id }) => [id, { id, display_id }]))
}
