import { Container } from "@medusajs/ui"
import type { AdminCatalystPayChargeback, AdminCatalystPayChargebacks } from "../../../../modules/catalystpay/admin-types"
import { CHARGEBACKS } from "../../../lib/lists/specs"
import { useList } from "../../../lib/lists/use-list"
import { useOpenRow } from "../../../lib/lists/use-open-row"
import { debitPage } from "../../../lib/pages"
import { useTexts } from "../../../lib/use-texts"
import { ListTable } from "../list-table"
import { useAccountFilter } from "../use-account-filter"
import { useChargebackColumns } from "./use-chargeback-columns"

const rowsOf = ({ chargebacks }: AdminCatalystPayChargebacks): AdminCatalystPayChargeback[] => chargebacks

/** What debtors and their banks took back, the newest first. */
export const ChargebacksTable = () => {
  const { t } = useTexts()
  const list = useList("chargebacks", CHARGEBACKS, rowsOf)
  const columns = useChargebackColumns()
  const filters = useAccountFilter("radio")
  const openRow = useOpenRow<AdminCatalystPayChargeback>((chargeback) => debitPage(chargeback.debit_id))
  return (
    <Container className="divide-y p-0">
      <ListTable
        heading={t("lists.menu.chargebacks")}
        texts="chargebacks"
        list={list}
        columns={columns}
        filters={filters}
        onRowClick={openRow}
      />
    </Container>
  )
}
