import { Drawer, Text } from "@medusajs/ui"
import type { AdminCatalystPayWebhookDelivery } from "../../../../modules/catalystpay/admin-types"
import { outcomeText } from "../../../lib/outcome-words"
import { debitPage } from "../../../lib/pages"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { DetailRow } from "../../detail-row"
import { TextLink } from "../../text-link"
import { DeliveryState } from "./delivery-state"
import { ReplayButton } from "./replay-button"

interface DeliveryDrawerProps {
  delivery: AdminCatalystPayWebhookDelivery
  onClose: () => void
}

/** What came, as it is stored, and what became of it. */
export const DeliveryDrawer = ({ delivery, onClose }: DeliveryDrawerProps) => {
  const texts = useTexts()
  const { t } = texts
  const { dateTime } = useFormat()
  const { account, created_at, debit_id, event_name, next_try_at, received_count, status, tries } = delivery
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{event_name}</Drawer.Title>
          <Drawer.Description>{outcomeText(delivery, texts) ?? t(`lists.webhooks.statuses.${status}`)}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <div className="flex items-center justify-between gap-x-2">
            <DeliveryState delivery={delivery} />
            <ReplayButton delivery={delivery} />
          </div>
          <div className="flex flex-col gap-y-2">
            <DetailRow label={t("lists.fields.received")} value={dateTime(created_at)} />
            <DetailRow label={t("lists.fields.account")} value={account} />
            <DetailRow label={t("lists.fields.tries")} value={String(tries)} />
            {status === "received" && (
              <Text size="small" className="text-ui-fg-subtle">
                {t("lists.webhooks.waits_until", { at: dateTime(next_try_at) })}
              </Text>
            )}
            <Text size="small" className="text-ui-fg-subtle">
              {t("lists.webhooks.came", { count: received_count })}
            </Text>
            {debit_id && <TextLink to={debitPage(debit_id)}>{t("lists.open_debit")}</TextLink>}
          </div>
          <section className="flex flex-col gap-y-2">
            <Text size="small" weight="plus">
              {t("lists.webhooks.payload")}
            </Text>
            <pre
              tabIndex={0}
              aria-label={t("lists.webhooks.payload")}
              className="bg-ui-bg-subtle text-ui-fg-base shadow-borders-base code-body overflow-x-auto rounded-md p-4"
            >
              {JSON.stringify(delivery.payload, null, 2)}
            </pre>
          </section>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
