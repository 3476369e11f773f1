import { Text } from "@medusajs/ui"
import type { MandateEvidence } from "../../modules/catalystpay/debit-view"
import { useFormat } from "../lib/use-format"
import { useTexts } from "../lib/use-texts"
import { DetailRow } from "./detail-row"
import { Section } from "./section"

/** The evidence that the debtor agreed. */
export const MandateSection = ({ mandate }: { mandate: MandateEvidence }) => {
  const { t, word } = useTexts()
  const { dateTime } = useFormat()
  const { sequence_type } = mandate
  return (
    <Section title={t("sections.mandate")}>
      <DetailRow label={t("fields.mandate_reference")} value={mandate.reference} copyable />
      <DetailRow
        label={t("fields.sequence_type")}
        value={sequence_type ? word("sequence_types", sequence_type) : null}
      />
      <DetailRow label={t("fields.creditor_identifier")} value={mandate.creditor_identifier} />
      <DetailRow label={t("fields.accepted_at")} value={dateTime(mandate.accepted_at)} />
    </Section>
  )
}

/** The evidence of a mandate that was accepted on CatalystPay's page is CatalystPay's. */
export const HostedMandateSection = () => {
  const { t } = useTexts()
  return (
    <Section title={t("sections.mandate")}>
      <Text size="small" className="text-ui-fg-subtle">
        {t("hosted.mandate")}
      </Text>
    </Section>
  )
}
