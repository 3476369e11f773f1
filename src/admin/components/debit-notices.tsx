import { Alert } from "@medusajs/ui"
import type { AdminCatalystPayDebit } from "../../modules/catalystpay/admin-types"
import { noticesOf } from "../lib/debit-facts"
import { useFormat } from "../lib/use-format"
import { useTexts } from "../lib/use-texts"

/** What the merchant has to do about a debit, where no problem says so already. */
export const DebitNotices = ({ debit }: { debit: AdminCatalystPayDebit }) => {
  const { t } = useTexts()
  const { money } = useFormat()
  const { amount, currency_code, refund_due_amount } = debit
  const notices = noticesOf(debit)
  return (
    <>
      {notices.includes("orphaned") && <Alert variant="error">{t("notices.orphaned", { amount: money(amount, currency_code) })}</Alert>}
      {notices.includes("refund_due") && (
        <Alert variant="warning">
          {t("notices.refund_due", { amount: money(refund_due_amount, currency_code) })}
        </Alert>
      )}
    </>
  )
}
