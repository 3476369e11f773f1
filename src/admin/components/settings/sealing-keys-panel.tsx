import { Container, Heading, InlineTip, StatusBadge, Table, Text } from "@medusajs/ui"
import type { SealingKeysHealth } from "../../../modules/catalystpay/health/types"
import { useTexts } from "../../lib/use-texts"
import { Warning } from "./warning"

/** The keys of the option `encryptionKey` by their places, and how far the replacing of one is. */
export const SealingKeysPanel = ({ health }: { health: SealingKeysHealth }) => {
  const { t } = useTexts()
  const { keys, sealed_with_missing_key, can_drop_retiring } = health
  const title = t("settings.sections.sealing_keys")
  return (
    <Container className="divide-y p-0" role="region" aria-label={title}>
      <div className="px-6 py-4">
        <Heading level="h2">{title}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("settings.sealing.help")}
        </Text>
      </div>
      {(sealed_with_missing_key > 0 || keys.length > 1) && (
        <div className="flex flex-col gap-y-2 px-6 py-4">
          {sealed_with_missing_key > 0 && (
            <Warning
              sentence={t("settings.sealing.missing.sentence", { debits: sealed_with_missing_key })}
              wayOut={t("settings.sealing.missing.way_out")}
            />
          )}
          {keys.length > 1 && (
            <InlineTip label={title} variant={can_drop_retiring ? "success" : "info"}>
              {t(can_drop_retiring ? "settings.sealing.can_drop" : "settings.sealing.wait")}
            </InlineTip>
          )}
        </div>
      )}
      <div className="overflow-x-auto">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("settings.sealing.key")}</Table.HeaderCell>
              <Table.HeaderCell>{t("settings.sealing.state")}</Table.HeaderCell>
              <Table.HeaderCell>{t("settings.sealing.sealed")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {keys.map(({ place, state, sealed }) => (
              <Table.Row key={place}>
                <Table.Cell>{t("settings.sealing.place", { place })}</Table.Cell>
                <Table.Cell>
                  <StatusBadge color={state === "current" ? "green" : "orange"}>{t(`settings.sealing.states.${state}`)}</StatusBadge>
                </Table.Cell>
                <Table.Cell>{sealed}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </Container>
  )
}
