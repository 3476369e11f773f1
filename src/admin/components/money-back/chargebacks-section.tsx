import { StatusBadge, Text } from "@medusajs/ui"
import type { ChargebackView } from "../../../modules/catalystpay/money/money-view"
import { useFormat } from "../../lib/use-format"
import { useReason } from "../../lib/use-reason"
import { useTexts } from "../../lib/use-texts"
import { DetailRow } from "../detail-row"
import { Section } from "../section"
import { MoneyBackItem, Note } from "./money-back-item"

/** What the debtor or the debtor's bank took back: why, and what to do about it. */
export const ChargebacksSection = ({ chargebacks }: { chargebacks: ChargebackView[] }) => {
  const { t } = useTexts()
  return (
    <Section title={t("sections.chargebacks")}>
      <ul className="flex flex-col gap-y-4">
        {chargebacks.map((chargeback) => (
          <Chargeback key={chargeback.id} chargeback={chargeback} />
        ))}
      </ul>
    </Section>
  )
}

const Chargeback = ({ chargeback }: { chargeback: ChargebackView }) => {
  const { t } = useTexts()
  const { money, dateTime } = useFormat()
  const { meaning, advice } = useReason(chargeback.reason)
  const { arn, bank_fee, booked_at, currency_code, kind, reason, reason_message, reported_at, created_at } = chargeback
  return (
    <MoneyBackItem
      amount={money(chargeback.amount, currency_code)}
      badge={<StatusBadge color="red">{t(`chargebacks.kinds.${kind}`)}</StatusBadge>}
    >
      <Text size="small" weight="plus" className="text-ui-fg-base break-words">
        {reason.code ? `${reason.code}: ${meaning}` : meaning}
      </Text>
      <Note>{advice}</Note>
      {reason.another_attempt && <Note>{t(`chargebacks.another_attempt.${reason.another_attempt}`)}</Note>}
      {reason_message && <Note>{t("chargebacks.bank_says", { message: reason_message })}</Note>}
      <DetailRow label={t("fields.bank_fee")} value={bank_fee && money(bank_fee, currency_code)} />
      <DetailRow label={t("fields.acquirer_reference")} value={arn} copyable />
      <Text size="small">
        {[
          t("chargebacks.reported_at", { date: dateTime(reported_at ?? created_at) }),
          booked_at && t("chargebacks.booked", { date: dateTime(booked_at) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
    </MoneyBackItem>
  )
}
