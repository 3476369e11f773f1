import { Container } from "@medusajs/ui"
import type { AdminCatalystPayDebit, AdminCatalystPayDebits } from "../../../../modules/catalystpay/admin-types"
import { narrowingQuery } from "../../../lib/lists/list-url"
import { DEBITS } from "../../../lib/lists/specs"
import { useList } from "../../../lib/lists/use-list"
import { useOpenRow } from "../../../lib/lists/use-open-row"
import { debitPage } from "../../../lib/pages"
import { useTexts } from "../../../lib/use-texts"
import { ListTable } from "../list-table"
import { ExportButton } from "./export-button"
import { useDebitColumns } from "./use-debit-columns"
import { useDebitFilters } from "./use-debit-filters"

const rowsOf = ({ debits }: AdminCatalystPayDebits): AdminCatalystPayDebit[] => debits

/** Every direct debit, the newest first. */
export const DebitsTable = () => {
  const { t } = useTexts()
  const list = useList("debits", DEBITS, rowsOf)
  const columns = useDebitColumns()
  const filters = useDebitFilters()
  const openRow = useOpenRow<AdminCatalystPayDebit>((debit) => debitPage(debit.id))
  return (
    <Container className="divide-y p-0">
      <ListTable
        heading={t("lists.menu.debits")}
        texts="debits"
        list={list}
        columns={columns}
        filters={filters}
        onRowClick={openRow}
        actions={<ExportButton query={narrowingQuery(list.url.params, DEBITS)} />}
      />
    </Container>
  )
}
