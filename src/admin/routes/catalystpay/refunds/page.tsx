import { defineRouteConfig } from "@medusajs/admin-sdk"
import { RefundsTable } from "../../../components/lists/refunds/refunds-table"
import { MenuWord } from "../../../components/lists/menu-word"

const RefundsPage = () => <RefundsTable />

export const config = defineRouteConfig({ label: "lists.menu.refunds", translationNs: "catalystpay", rank: 2 })

export const handle = { breadcrumb: () => <MenuWord name="refunds" /> }

export default RefundsPage
