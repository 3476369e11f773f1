import { Table, Text } from "@medusajs/ui"
import type { WebhookSubscription } from "../../../gateway/webhook-setup"
import { useTexts } from "../../lib/use-texts"
import { CopiedCode } from "./copied-code"

export const EventsTable = ({ events }: { events: readonly WebhookSubscription[] }) => {
  const { t } = useTexts()
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("settings.events.heading")}
      </Text>
      <div className="overflow-x-auto">
        <Table className="whitespace-nowrap">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("settings.events.event")}</Table.HeaderCell>
              <Table.HeaderCell>{t("settings.events.purpose")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {events.map(({ event, purpose }) => (
              <Table.Row key={event}>
                <Table.Cell>
                  <CopiedCode code={event} />
                </Table.Cell>
                <Table.Cell>{t(`settings.purposes.${purpose}`)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </div>
  )
}
