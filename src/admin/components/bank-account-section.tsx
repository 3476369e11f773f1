import type { DebitView } from "../../modules/catalystpay/debits/debit-view"
import { useTexts } from "../lib/use-texts"
import { DetailRow } from "./detail-row"
import { Section } from "./section"

type BankAccount = NonNullable<DebitView["bank_account"]>

export const BankAccountSection = ({ account }: { account: BankAccount }) => {
  const { t } = useTexts()
  return (
    <Section title={t("sections.bank_account")}>
      <DetailRow label={t("fields.iban")} value={account.masked_iban} />
      <DetailRow label={t("fields.bank")} value={account.bank_name} />
      <DetailRow label={t("fields.bic")} value={account.bic} />
      <DetailRow label={t("fields.holder")} value={account.holder_name} />
    </Section>
  )
}
