import { Button, Heading, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import type { AdminCatalystPayAccountHealth } from "../../../modules/catalystpay/admin-types"
import { useTexts } from "../../lib/use-texts"
import { EventsTable } from "./events-table"
import { MappingTable } from "./mapping-table"

/** What to choose in the webhook profile at CatalystPay: open from the beginning until a webhook has come. */
export const WebhookSetup = ({ webhooks }: { webhooks: AdminCatalystPayAccountHealth["webhooks"] }) => {
  const { t } = useTexts()
  const id = useId()
  const [open, setOpen] = useState(webhooks.last_seen_at === null)
  return (
    <section className="flex flex-col items-start gap-y-3 px-6 py-4">
      <Button variant="secondary" size="small" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t(open ? "settings.hide_setup" : "settings.show_setup")}
      </Button>
      <div id={id} hidden={!open} className="w-full">
        <div className="flex flex-col gap-y-3">
          <Heading level="h3">{t("settings.sections.setup")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("settings.setup_help")}
          </Text>
          <EventsTable events={webhooks.events} />
          <MappingTable fields={webhooks.field_map} />
        </div>
      </div>
    </section>
  )
}
