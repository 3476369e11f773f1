import type { DebitView } from "../../modules/catalystpay/debit-view"
import { useTexts } from "../lib/use-texts"
import { DetailRow } from "./detail-row"
import { Section } from "./section"

/** The names by which CatalystPay's admin panel and support find the debit. */
export const TransactionSection = ({ debit }: { debit: DebitView }) => {
  const { t } = useTexts()
  if (!debit.transaction_id && !debit.order_number) {
    return null
  }
  return (
    <Section title={t("sections.transaction")}>
      <DetailRow label={t("fields.transaction_id")} value={debit.transaction_id} copyable />
      <DetailRow label={t("fields.order_number")} value={debit.order_number} copyable />
    </Section>
  )
}
