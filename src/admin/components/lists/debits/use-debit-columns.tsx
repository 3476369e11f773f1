import { Badge, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminCatalystPayDebit } from "../../../../modules/catalystpay/admin-types"
import { useAccounts } from "../../../lib/lists/use-accounts"
import { debitPage } from "../../../lib/pages"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { ModeBadges } from "../../mode-badges"
import { StateBadge } from "../../state-badge"
import { CellLink } from "../cell-link"
import { OrderLink } from "../order-link"
import type { Columns } from "../list-table"

const column = createDataTableColumnHelper<AdminCatalystPayDebit>()

export function useDebitColumns(): Columns<AdminCatalystPayDebit> {
  const { t } = useTexts()
  const { money, dateTime } = useFormat()
  const hasAccounts = useAccounts().length > 1
  return useMemo(() => {
    const sortable = (label: string) => ({
      header: label,
      enableSorting: true,
      sortLabel: label,
      sortAscLabel: t("lists.ascending"),
      sortDescLabel: t("lists.descending"),
    })
    return [
      column.accessor("created_at", {
        ...sortable(t("lists.fields.created")),
        cell: ({ row: { original: debit } }) => <CellLink to={debitPage(debit.id)}>{dateTime(debit.created_at)}</CellLink>,
      }),
      column.display({
        id: "order",
        header: t("lists.fields.order"),
        cell: ({ row: { original: debit } }) => <OrderLink order={debit.order} />,
      }),
      column.display({
        id: "state",
        header: t("lists.fields.state"),
        cell: ({ row: { original: debit } }) => <State debit={debit} />,
      }),
      column.display({
        id: "holder",
        header: t("lists.fields.holder"),
        cell: ({ row: { original: debit } }) => debit.bank_account?.holder_name ?? "–",
      }),
      column.display({
        id: "bank_account",
        header: t("lists.fields.bank_account"),
        cell: ({ row: { original: debit } }) => debit.bank_account?.masked_iban ?? "–",
      }),
      column.accessor("amount", {
        ...sortable(t("lists.fields.amount")),
        align: "right",
        cell: ({ row: { original: debit } }) => money(debit.amount, debit.currency_code),
      }),
      ...(hasAccounts ? [column.accessor("account", { header: t("lists.fields.account") })] : []),
    ]
  }, [t, money, dateTime, hasAccounts])
}

const State = ({ debit }: { debit: AdminCatalystPayDebit }) => {
  const { t } = useTexts()
  const { problems } = debit
  return (
    <div className="flex items-center gap-x-2">
      <StateBadge state={debit.state} />
      <ModeBadges debit={debit} />
      {problems.length > 0 && (
        <Badge size="2xsmall" color="red">
          {t("lists.debits.problems", { count: problems.length })}
        </Badge>
      )}
    </div>
  )
}
