import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminCatalystPayWebhookDelivery } from "../../../../modules/catalystpay/admin-types"
import { outcomeText } from "../../../lib/outcome-words"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import type { Columns } from "../list-table"
import { Wrapped } from "../wrapped"
import { DeliveryState } from "./delivery-state"
import { ReplayButton } from "./replay-button"

type Delivery = AdminCatalystPayWebhookDelivery

const column = createDataTableColumnHelper<Delivery>()

/** @param onOpen shows all of a delivery; the same function at each render */
export function useWebhookColumns(onOpen: (deliveryId: string) => void): Columns<Delivery> {
  const texts = useTexts()
  const { dateTime } = useFormat()
  return useMemo(() => {
    const { t } = texts
    return [
      column.accessor("event_name", {
        header: t("lists.fields.event"),
        cell: ({ row: { original: delivery } }) => (
          <button
            type="button"
            className="text-ui-fg-base focus-visible:shadow-borders-focus rounded-[4px] outline-none"
            aria-label={t("lists.webhooks.show_payload", { event: delivery.event_name })}
            onClick={(event) => {
              event.stopPropagation()
              onOpen(delivery.id)
            }}
          >
            {delivery.event_name}
          </button>
        ),
      }),
      column.accessor("created_at", {
        header: t("lists.fields.received"),
        cell: ({ row: { original: delivery } }) => dateTime(delivery.created_at),
      }),
      column.accessor("status", {
        header: t("lists.fields.status"),
        cell: ({ row: { original: delivery } }) => <DeliveryState delivery={delivery} />,
      }),
      column.accessor("outcome", {
        header: t("lists.fields.outcome"),
        truncateTooltip: false,
        cell: ({ row: { original: delivery } }) => <Wrapped>{outcomeText(delivery, texts) ?? "–"}</Wrapped>,
      }),
      column.accessor("tries", { header: t("lists.fields.tries"), align: "right" }),
      column.accessor("id", {
        header: () => <span className="sr-only">{t("lists.webhooks.replay")}</span>,
        align: "right",
        // A cell that truncates clips the button's edge.
        truncateTooltip: false,
        cell: ({ row: { original: delivery } }) => <ReplayButton delivery={delivery} />,
      }),
    ]
  }, [texts, dateTime, onOpen])
}
