import { z } from "zod"
import type { Shop } from "./shop-suite"

const created = z.object({ order_change: z.object({ order_id: z.string() }) })
const withItems = z.object({ order: z.object({ items: z.array(z.object({ id: z.string() })) }) })

/** The merchant sets how many of its one product an order has, as the dashboard does. */
export async function editQuantity(shop: Shop, orderId: string, quantity: number): Promise<void> {
  const { order } = withItems.parse(await shop.admin.get(`/admin/orders/${orderId}?fields=id,*items`))
  created.parse(await shop.admin.post("/admin/order-edits", { order_id: orderId }))
  await shop.admin.post(`/admin/order-edits/${orderId}/items/item/${order.items[0]?.id ?? ""}`, { quantity })
  await shop.admin.post(`/admin/order-edits/${orderId}/confirm`)
}
