import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChargebacksTable } from "../../../components/lists/chargebacks/chargebacks-table"
import { RatesPanel } from "../../../components/lists/chargebacks/rates-panel"
import { MenuWord } from "../../../components/lists/menu-word"

const ChargebacksPage = () => (
  <div className="flex flex-col gap-y-3">
    <RatesPanel />
    <ChargebacksTable />
  </div>
)

export const config = defineRouteConfig({ label: "lists.menu.chargebacks", translationNs: "catalystpay", rank: 1 })

export const handle = { breadcrumb: () => <MenuWord name="chargebacks" /> }

export default ChargebacksPage
