import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { OrderDebits } from "../components/order-debits"

/** The direct debits of an order, on its page. The key forgets one order's debits when the page shows another. */
const OrderDebitsWidget = ({ data: order }: DetailWidgetProps<AdminOrder>) => (
  <OrderDebits key={order.id} orderId={order.id} order={order} />
)

export const config = defineWidgetConfig({
  zone: "order.details.side",
  id: "medusa-payment-catalystpay.order",
})

export default OrderDebitsWidget
