import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Cash } from "@medusajs/icons"
import { SettingsPage } from "../../../components/settings/settings-page"
import { SettingsTitle } from "../../../components/settings/settings-title"

const CatalystPaySettingsPage = () => <SettingsPage />

export const config = defineRouteConfig({
  label: "settings.title",
  translationNs: "catalystpay",
  icon: Cash,
})

export const handle = { breadcrumb: () => <SettingsTitle /> }

export default CatalystPaySettingsPage
