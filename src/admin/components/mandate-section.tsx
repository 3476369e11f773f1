import { Text } from "@medusajs/ui"
import type { MandateEvidence } from "../../modules/catalystpay/debits/debit-view"
import { useFormat } from "../lib/use-format"
import { useTexts } from "../lib/use-texts"
import { DetailRow } from "./detail-row"
import { Section } from "./section"
import { TextLink } from "./text-link"

/** The evidence that the debtor agreed. @param evidence the page where it stands in full */
export const MandateSection = ({ mandate, evidence }: { mandate: MandateEvidence; evidence: string }) => {
  const { t, word } = useTexts()
  const { dateTime, language } = useFormat()
  const { locale, sequence_type, text_version } = mandate
  return (
    <Section title={t("sections.mandate")}>
      <DetailRow label={t("fields.mandate_reference")} value={mandate.reference} copyable />
      <DetailRow
        label={t("fields.sequence_type")}
        value={sequence_type ? word("sequence_types", sequence_type) : null}
      />
      <DetailRow label={t("fields.creditor_name")} value={mandate.creditor_name} />
      <DetailRow label={t("fields.creditor_identifier")} value={mandate.creditor_identifier} copyable />
      <DetailRow label={t("fields.accepted_at")} value={dateTime(mandate.accepted_at)} />
      <DetailRow
        label={t("fields.wording")}
        value={t("wording", { language: language(locale), version: text_version })}
      />
      <TextLink to={evidence}>{t("printable_evidence")}</TextLink>
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
