import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { toProblemView } from "../../../../modules/catalystpay/problems/problem-view"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { problemsQuery } from "../support/validators"

/** What the merchant must act on, newest first: open problems, or with `closed=true` those that are over. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const { limit, offset, ...filter } = parse(problemsQuery, req.query)
  const [problems, count] = await resolveLedger(req.scope).problems.list(filter, { limit, offset })
  res.json({ problems: problems.map(toProblemView), count, offset, limit })
})
