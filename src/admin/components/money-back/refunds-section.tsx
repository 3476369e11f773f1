import { StatusBadge } from "@medusajs/ui"
import type { DebitView } from "../../../modules/catalystpay/debits/debit-view"
import type { RefundReceiptView, RefundView } from "../../../modules/catalystpay/money/money-view"
import { refundProgress, type RefundProgress } from "../../lib/debit-facts"
import { isPositive } from "../../lib/format"
import { useFormat } from "../../lib/use-format"
import { useTexts } from "../../lib/use-texts"
import { MarkRefundDone } from "../actions/mark-refund-done"
import { Section } from "../section"
import { MoneyBackItem, Note } from "./money-back-item"

const COLORS: Readonly<Record<RefundProgress, "orange" | "green">> = { due: "orange", partly: "orange", confirmed: "green" }

/** What the merchant owes the debtor, has paid out, or has paid out without owing it. */
export const RefundsSection = ({ debit }: { debit: DebitView }) => {
  const { t } = useTexts()
  const unasked = debit.refund_receipts.filter(({ unasked_amount }) => isPositive(unasked_amount))
  if (debit.refunds.length === 0 && unasked.length === 0) {
    return null
  }
  return (
    <Section title={t("sections.refunds")}>
      <ul className="flex flex-col gap-y-4">
        {debit.refunds.map((refund) => (
          <Refund key={refund.id} refund={refund} />
        ))}
        {unasked.map((receipt) => (
          <UnaskedRefund key={receipt.id} receipt={receipt} />
        ))}
      </ul>
    </Section>
  )
}

const Refund = ({ refund }: { refund: RefundView }) => {
  const { t } = useTexts()
  const { money, dateTime } = useFormat()
  const { amount, confirmed_amount, confirmed_at, currency_code, due_at, marked_done } = refund
  const progress = refundProgress(refund)
  return (
    <MoneyBackItem
      amount={money(amount, currency_code)}
      badge={<StatusBadge color={COLORS[progress]}>{t(`refunds.${progress}`)}</StatusBadge>}
    >
      {!marked_done && (
        <Note>
          {confirmed_at
            ? t("refunds.confirmed_at", { date: dateTime(confirmed_at) })
            : t("refunds.due_since", { date: dateTime(due_at) })}
        </Note>
      )}
      {marked_done && <Note>{t("refunds.marked_done", { date: dateTime(marked_done.at) })}</Note>}
      {marked_done?.note && <Note>{t("refunds.note", { note: marked_done.note })}</Note>}
      {progress === "partly" && <Note>{t("refunds.confirmed_part", { amount: money(confirmed_amount, currency_code) })}</Note>}
      {!confirmed_at && (
        <>
          {refund.inside_chargeback_window && <Note>{t("refunds.inside_window")}</Note>}
          <div className="pt-1">
            <MarkRefundDone refund={refund} />
          </div>
        </>
      )}
    </MoneyBackItem>
  )
}

const UnaskedRefund = ({ receipt }: { receipt: RefundReceiptView }) => {
  const { t } = useTexts()
  const { money, dateTime } = useFormat()
  const { currency_code, processed_at, unasked_amount } = receipt
  const date = processed_at ? dateTime(processed_at) : ""
  return (
    <MoneyBackItem amount={money(unasked_amount, currency_code)}>
      <Note>{t("refunds.unasked", { date })}</Note>
    </MoneyBackItem>
  )
}
