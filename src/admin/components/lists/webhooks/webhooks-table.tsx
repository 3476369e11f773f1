import { Container, type DataTableFilter } from "@medusajs/ui"
import { useState } from "react"
import type {
  AdminCatalystPayWebhookDeliveries,
  AdminCatalystPayWebhookDelivery,
} from "../../../../modules/catalystpay/admin-types"
import { DELIVERY_STATUSES } from "../../../lib/lists/delivery-color"
import { WEBHOOKS } from "../../../lib/lists/specs"
import { useList } from "../../../lib/lists/use-list"
import { useTexts } from "../../../lib/use-texts"
import { ListTable } from "../list-table"
import { useAccountFilter } from "../use-account-filter"
import { DeliveryDrawer } from "./delivery-drawer"
import { useWebhookColumns } from "./use-webhook-columns"

type Delivery = AdminCatalystPayWebhookDelivery

const rowsOf = ({ webhook_deliveries }: AdminCatalystPayWebhookDeliveries): Delivery[] => webhook_deliveries

/** What CatalystPay has reported, the newest first. */
export const WebhooksTable = () => {
  const { t } = useTexts()
  const [shown, setShown] = useState<string | null>(null)
  const list = useList("webhook-deliveries", WEBHOOKS, rowsOf)
  const columns = useWebhookColumns(setShown)
  const filters = useWebhookFilters()
  // Of the list as it is now: what is shown follows a replay.
  const delivery = list.rows.find(({ id }) => id === shown)
  return (
    <>
      <Container className="divide-y p-0">
        <ListTable
          heading={t("lists.menu.webhooks")}
          texts="webhooks"
          list={list}
          columns={columns}
          filters={filters}
          onRowClick={(_, { id }) => setShown(id)}
        />
      </Container>
      {delivery && <DeliveryDrawer delivery={delivery} onClose={() => setShown(null)} />}
    </>
  )
}

function useWebhookFilters(): DataTableFilter[] {
  const { t } = useTexts()
  const accounts = useAccountFilter("radio")
  const options = DELIVERY_STATUSES.map((status) => ({ value: status, label: t(`lists.webhooks.statuses.${status}`) }))
  return [{ id: "status", type: "radio", label: t("lists.fields.status"), options }, ...accounts]
}
