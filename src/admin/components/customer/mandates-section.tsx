import { Copy, Text } from "@medusajs/ui"
import type { DebitView } from "../../../modules/catalystpay/debits/debit-view"
import { customerMandates, type CustomerMandate } from "../../lib/customer-mandates"
import { mandatePage } from "../../lib/pages"
import { useFormat } from "../../lib/use-format"
import { useTexts } from "../../lib/use-texts"
import { Section } from "../section"
import { TextLink } from "../text-link"

export const MandatesSection = ({ debits }: { debits: DebitView[] }) => {
  const { t } = useTexts()
  const mandates = customerMandates(debits)
  if (mandates.length === 0) {
    return null
  }
  return (
    <Section title={t("customer.mandates")}>
      <ul className="flex flex-col gap-y-4">
        {mandates.map((one) => (
          <Mandate key={one.reference} one={one} />
        ))}
      </ul>
    </Section>
  )
}

const Mandate = ({ one }: { one: CustomerMandate }) => {
  const { t, word } = useTexts()
  const { dateTime } = useFormat()
  const { bank_account, debit_id, last_used_at, mandate, reference } = one
  const bankAccount = [bank_account?.masked_iban, bank_account?.bank_name].filter(Boolean).join(" · ")
  return (
    <li className="text-ui-fg-subtle flex flex-col gap-y-1">
      <div className="flex items-start justify-between gap-x-2">
        <Text size="small" leading="compact" className="text-ui-fg-base break-all">
          {reference}
        </Text>
        <Copy
          content={reference}
          className="text-ui-fg-muted"
          aria-label={`${t("copy")}: ${t("fields.mandate_reference")} ${reference}`}
        />
      </div>
      {bankAccount && (
        <Text size="small" leading="compact">
          {bankAccount}
        </Text>
      )}
      <Text size="small" leading="compact">
        {[
          mandate.sequence_type && word("sequence_types", mandate.sequence_type),
          t("customer.last_used", { date: dateTime(last_used_at) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      <TextLink to={mandatePage(debit_id)} label={`${t("printable_evidence")}: ${reference}`}>
        {t("printable_evidence")}
      </TextLink>
    </li>
  )
}
