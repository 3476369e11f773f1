import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminCatalystPayRefund } from "../../../../modules/catalystpay/admin-types"
import { debitPage } from "../../../lib/pages"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { MarkRefundDone } from "../../actions/mark-refund-done"
import { CellLink } from "../cell-link"
import type { Columns } from "../list-table"
import { OrderLink } from "../order-link"
import { RefundState } from "./refund-state"

const column = createDataTableColumnHelper<AdminCatalystPayRefund>()

export function useRefundColumns(): Columns<AdminCatalystPayRefund> {
  const { t } = useTexts()
  const { money, dateTime } = useFormat()
  return useMemo(
    () => [
      column.display({
        id: "due_at",
        header: t("lists.fields.due"),
        cell: ({ row: { original: refund } }) => (
          <CellLink to={debitPage(refund.debit_id)}>{dateTime(refund.due_at)}</CellLink>
        ),
      }),
      column.display({
        id: "order",
        header: t("lists.fields.order"),
        cell: ({ row: { original: refund } }) => <OrderLink order={refund.order} />,
      }),
      column.display({
        id: "state",
        header: t("lists.fields.state"),
        cell: ({ row: { original: refund } }) => <RefundState refund={refund} />,
      }),
      column.accessor("amount", {
        header: t("lists.fields.amount"),
        align: "right",
        cell: ({ row: { original: refund } }) => money(refund.amount, refund.currency_code),
      }),
      column.accessor("open_amount", {
        header: t("lists.fields.open_amount"),
        align: "right",
        cell: ({ row: { original: refund } }) => (
          <span className="text-ui-fg-base">{money(refund.open_amount, refund.currency_code)}</span>
        ),
      }),
      column.accessor("confirmed_at", {
        header: () => <span className="sr-only">{t("actions.mark_done.label")}</span>,
        align: "right",
        // A cell that truncates clips the button's edge.
        truncateTooltip: false,
        cell: ({ row: { original: refund } }) => (refund.confirmed_at ? null : <MarkRefundDone refund={refund} />),
      }),
    ],
    [t, money, dateTime],
  )
}
