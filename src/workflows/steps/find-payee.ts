import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { DebitRecord } from "../../modules/catalystpay/debits/debit-record"
import type { QueuedFor } from "../../modules/catalystpay/checkout/queue"
import { untilCartRests } from "./cart-lock"

const orderRows = z.array(
  z.object({ order: z.object({ canceled_at: z.union([z.string(), z.date()]).nullish() }).nullish() }),
)

/** Whether the order stands that a queued debit is to pay: nothing is collected for an order that is not. */
export async function findPayee(container: MedusaContainer, debit: DebitRecord): Promise<QueuedFor> {
  await untilCartRests(container, debit.cart_id)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_payment_collection",
    fields: ["order.id", "order.canceled_at"],
    filters: { payment_collection_id: debit.payment_collection_id },
  })
  const order = orderRows.parse(data)[0]?.order
  if (!order) {
    return "no_order"
  }
  return order.canceled_at ? "cancelled_order" : "order"
}
