import { Container } from "@medusajs/ui"
import type { AdminCatalystPayRefund, AdminCatalystPayRefunds } from "../../../../modules/catalystpay/admin-types"
import { REFUNDS } from "../../../lib/lists/specs"
import { useList } from "../../../lib/lists/use-list"
import { useTexts } from "../../../lib/use-texts"
import { ListTable } from "../list-table"
import { ListTabs } from "../list-tabs"
import { useAccountFilter } from "../use-account-filter"
import { useRefundColumns } from "./use-refund-columns"

const rowsOf = ({ refunds }: AdminCatalystPayRefunds): AdminCatalystPayRefund[] => refunds

/** Refunds that Medusa has booked and that the merchant has to pay out, the newest first. */
export const RefundsTable = () => {
  const { t } = useTexts()
  const list = useList("refunds", REFUNDS, rowsOf)
  const columns = useRefundColumns()
  const filters = useAccountFilter("radio")
  const tabs = [
    { value: "true", label: t("lists.refunds.open") },
    { value: "false", label: t("lists.refunds.all") },
  ]
  return (
    <ListTabs url={list.url} tabs={tabs}>
      <Container className="divide-y p-0">
        <ListTable
          heading={t("lists.menu.refunds")}
          help={t("lists.refunds.help")}
          texts="refunds"
          list={list}
          columns={columns}
          filters={filters}
        />
      </Container>
    </ListTabs>
  )
}
