import { Badge, Table, Text } from "@medusajs/ui"
import type { KeyedField } from "../../../gateway/webhook-setup"
import { useTexts } from "../../lib/use-texts"
import { CopiedCode } from "./copied-code"

export const MappingTable = ({ fields }: { fields: readonly KeyedField[] }) => {
  const { t } = useTexts()
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("settings.mapping.heading")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("settings.mapping.help")}
      </Text>
      <div className="overflow-x-auto">
        <Table className="whitespace-nowrap">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("settings.mapping.key")}</Table.HeaderCell>
              <Table.HeaderCell>{t("settings.mapping.field")}</Table.HeaderCell>
              <Table.HeaderCell>{t("settings.mapping.of")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {fields.map(({ field, key, of, is_own }) => (
              <Table.Row key={field}>
                <Table.Cell>
                  <div className="flex items-center gap-x-2">
                    <CopiedCode code={key} />
                    {is_own && <Badge size="2xsmall">{t("settings.mapping.own_key")}</Badge>}
                  </div>
                </Table.Cell>
                <Table.Cell>{t(`settings.webhook_fields.${field}`)}</Table.Cell>
                <Table.Cell>{of.map((subject) => t(`settings.subjects.${subject}`)).join(", ")}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </div>
  )
}
