import { Alert } from "@medusajs/ui"
import type { DebitView } from "../../modules/catalystpay/debit-view"
import { isPositive } from "../lib/format"
import { useFormat } from "../lib/use-format"
import { useTexts } from "../lib/use-texts"

/** What the merchant has to do about a debit. */
export const DebitNotices = ({ debit }: { debit: DebitView }) => {
  const { t } = useTexts()
  const { money } = useFormat()
  const { amount, currency_code, orphaned_at, refund_due_amount } = debit
  return (
    <>
      {orphaned_at && <Alert variant="error">{t("notices.orphaned", { amount: money(amount, currency_code) })}</Alert>}
      {isPositive(refund_due_amount) && (
        <Alert variant="warning">
          {t("notices.refund_due", { amount: money(refund_due_amount, currency_code) })}
        </Alert>
      )}
    </>
  )
}
