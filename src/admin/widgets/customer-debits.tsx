import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { CustomerDebits } from "../components/customer/customer-debits"

const CustomerDebitsWidget = ({ data: customer }: DetailWidgetProps<AdminCustomer>) => (
  <CustomerDebits key={customer.id} customerId={customer.id} />
)

export const config = defineWidgetConfig({
  zone: "customer.details.side",
  id: "medusa-payment-catalystpay.customer",
})

export default CustomerDebitsWidget
