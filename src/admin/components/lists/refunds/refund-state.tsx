import { ExclamationCircle } from "@medusajs/icons"
import { StatusBadge, Tooltip } from "@medusajs/ui"
import type { RefundView } from "../../../../modules/catalystpay/money/money-view"
import { isOverdue } from "../../../../modules/catalystpay/money/refund-overdue"
import { refundProgress } from "../../../lib/debit-facts"
import { useTexts } from "../../../lib/use-texts"

/** How far a refund is paid out, whether that is late, and whether the debtor could take the money a second time. */
export const RefundState = ({ refund }: { refund: RefundView }) => {
  const { t } = useTexts()
  const progress = refundProgress(refund)
  const isDone = progress === "confirmed"
  const isLate = !isDone && isOverdue(new Date(refund.due_at), new Date())
  return (
    <div className="flex items-center gap-x-2">
      <StatusBadge color={isDone ? "green" : isLate ? "red" : "orange"}>
        {isLate ? t("lists.refunds.overdue") : t(`refunds.${progress}`)}
      </StatusBadge>
      {!isDone && refund.inside_chargeback_window && (
        <Tooltip content={t("refunds.inside_window")}>
          <button type="button" aria-label={t("refunds.inside_window")} className="text-ui-fg-muted">
            <ExclamationCircle />
          </button>
        </Tooltip>
      )}
    </div>
  )
}
