import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCatalystPayProblems } from "../../../../modules/catalystpay/admin-types"
import { toProblemView } from "../../../../modules/catalystpay/problems/problem-view"
import { orderNames } from "../../../../workflows/order-collections"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { problemsQuery } from "../support/validators"

/** What the merchant must act on, newest first: open problems, or with `closed=true` those that are over. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayProblems>) => {
  const { limit, offset, ...filter } = parse(problemsQuery, req.query)
  const [problems, count] = await resolveLedger(req.scope).problems.list(filter, { limit, offset })
  const orders = await orderNames(req.scope, problems.flatMap(({ order_id }) => order_id ?? []))
  const named = problems.map((problem) => ({ ...toProblemView(problem), order: orders.get(problem.order_id ?? "") ?? null }))
  res.json({ problems: named, count, offset, limit })
})
