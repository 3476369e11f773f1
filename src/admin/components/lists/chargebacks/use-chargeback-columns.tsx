import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminCatalystPayChargeback } from "../../../../modules/catalystpay/admin-types"
import { debitPage } from "../../../lib/pages"
import { useFormat } from "../../../lib/use-format"
import { useReason } from "../../../lib/use-reason"
import { useTexts } from "../../../lib/use-texts"
import { CellLink } from "../cell-link"
import type { Columns } from "../list-table"
import { OrderLink } from "../order-link"
import { Wrapped } from "../wrapped"

const column = createDataTableColumnHelper<AdminCatalystPayChargeback>()

export function useChargebackColumns(): Columns<AdminCatalystPayChargeback> {
  const { t } = useTexts()
  const { money, dateTime } = useFormat()
  return useMemo(
    () => [
      column.display({
        id: "reported_at",
        header: t("lists.fields.reported"),
        cell: ({ row: { original: chargeback } }) => (
          <CellLink to={debitPage(chargeback.debit_id)}>
            {dateTime(chargeback.reported_at ?? chargeback.created_at)}
          </CellLink>
        ),
      }),
      column.display({
        id: "order",
        header: t("lists.fields.order"),
        cell: ({ row: { original: chargeback } }) => <OrderLink order={chargeback.order} />,
      }),
      column.display({
        id: "kind",
        header: t("lists.fields.kind"),
        cell: ({ row: { original: chargeback } }) => t(`chargebacks.kinds.${chargeback.kind}`),
      }),
      column.accessor("reason", {
        header: t("lists.fields.reason"),
        truncateTooltip: false,
        cell: ({ row: { original: chargeback } }) => <Reason chargeback={chargeback} />,
      }),
      column.accessor("amount", {
        header: t("lists.fields.amount"),
        align: "right",
        cell: ({ row: { original: chargeback } }) => money(chargeback.amount, chargeback.currency_code),
      }),
    ],
    [t, money, dateTime],
  )
}

/** In words, with what to do about it. */
const Reason = ({ chargeback }: { chargeback: AdminCatalystPayChargeback }) => {
  const { code } = chargeback.reason
  const { meaning, advice } = useReason(chargeback.reason)
  return (
    <Wrapped>
      <span className="text-ui-fg-base">{code ? `${code}: ${meaning}` : meaning}</span>
      <span>{advice}</span>
    </Wrapped>
  )
}
