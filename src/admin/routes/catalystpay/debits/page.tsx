import { DebitsTable } from "../../../components/lists/debits/debits-table"
import { MenuWord } from "../../../components/lists/menu-word"

const DebitsPage = () => <DebitsTable />

export const handle = { breadcrumb: () => <MenuWord name="debits" /> }

export default DebitsPage
