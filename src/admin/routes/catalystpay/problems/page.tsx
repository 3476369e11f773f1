import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ProblemsList } from "../../../components/lists/problems/problems-list"
import { MenuWord } from "../../../components/lists/menu-word"

const ProblemsPage = () => <ProblemsList />

export const config = defineRouteConfig({ label: "lists.menu.problems", translationNs: "catalystpay", rank: 3 })

export const handle = { breadcrumb: () => <MenuWord name="problems" /> }

export default ProblemsPage
