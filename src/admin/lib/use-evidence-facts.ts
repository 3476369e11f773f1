import type { AdminCatalystPayMandate } from "../../modules/catalystpay/admin-types"
import { useFormat } from "./use-format"
import { useTexts } from "./use-texts"

interface Fact {
  label: string
  value: string
}

/** What is known of an acceptance, in the order in which one looks for it. */
export function useEvidenceFacts(mandate: AdminCatalystPayMandate): Fact[] {
  const { t, word } = useTexts()
  const { language, moment, money } = useFormat()
  const { locale, sequence_type, text_version } = mandate
  const facts = [
    { label: t("fields.mandate_reference"), value: mandate.reference },
    { label: t("fields.sequence_type"), value: sequence_type && word("sequence_types", sequence_type) },
    { label: t("fields.creditor_name"), value: mandate.creditor_name },
    { label: t("fields.creditor_identifier"), value: mandate.creditor_identifier },
    { label: t("evidence.account_holder"), value: mandate.holder_name },
    { label: t("fields.iban"), value: mandate.masked_iban },
    { label: t("fields.bic"), value: mandate.bic },
    { label: t("evidence.amount"), value: money(mandate.amount, mandate.currency_code) },
    { label: t("fields.accepted_at"), value: moment(mandate.accepted_at) },
    { label: t("evidence.ip_address"), value: mandate.ip_address },
    { label: t("evidence.user_agent"), value: mandate.user_agent },
    { label: t("evidence.wording"), value: t("wording", { language: language(locale), version: text_version }) },
    { label: t("evidence.text_hash"), value: mandate.text_hash },
    { label: t("evidence.attempt"), value: String(mandate.attempt) },
  ]
  return facts.flatMap(({ label, value }) => (value ? [{ label, value }] : []))
}
