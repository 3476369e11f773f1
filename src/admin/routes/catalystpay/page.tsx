import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Navigate } from "react-router-dom"
import { MenuIcon } from "../../components/menu-icon"
import { debitsPage } from "../../lib/pages"

/** The head of our entries in the menu: what lies below its address is shown below it. */
const CatalystPayPage = () => <Navigate to={debitsPage()} replace />

export const config = defineRouteConfig({
  label: "lists.menu.debits",
  translationNs: "catalystpay",
  icon: MenuIcon,
})

export default CatalystPayPage
