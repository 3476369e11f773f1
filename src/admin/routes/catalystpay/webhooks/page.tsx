import { defineRouteConfig } from "@medusajs/admin-sdk"
import { WebhooksTable } from "../../../components/lists/webhooks/webhooks-table"
import { MenuWord } from "../../../components/lists/menu-word"

const WebhooksPage = () => <WebhooksTable />

export const config = defineRouteConfig({ label: "lists.menu.webhooks", translationNs: "catalystpay", rank: 4 })

export const handle = { breadcrumb: () => <MenuWord name="webhooks" /> }

export default WebhooksPage
