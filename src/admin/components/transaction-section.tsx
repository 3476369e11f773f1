import type { DebitView } from "../../modules/catalystpay/debits/debit-view"
import { useTexts } from "../lib/use-texts"
import { DetailRow } from "./detail-row"
import { Section } from "./section"

/** The names by which CatalystPay's admin panel and support find the debit. */
export const TransactionSection = ({ debit }: { debit: DebitView }) => {
  const { t } = useTexts()
  const { adapter_name, gateway_name, merchant_transaction_id, reference, transaction_id } = debit
  if (!transaction_id && !debit.order_number && !reference) {
    return null
  }
  return (
    <Section title={t("sections.transaction")}>
      <DetailRow label={t("fields.transaction_id")} value={transaction_id} copyable />
      <DetailRow label={t("fields.merchant_transaction_id")} value={merchant_transaction_id} copyable />
      <DetailRow label={t("fields.gateway_reference")} value={debit.gateway_reference} copyable />
      <DetailRow label={t("fields.order_number")} value={debit.order_number} copyable />
      <DetailRow label={t("fields.attempt_reference")} value={reference} copyable />
      <DetailRow label={t("fields.gateway")} value={[gateway_name, adapter_name].filter(Boolean).join(" · ") || null} />
      <DetailRow label={t("fields.descriptor")} value={debit.descriptor} />
    </Section>
  )
}
