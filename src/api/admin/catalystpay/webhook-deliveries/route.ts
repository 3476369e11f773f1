import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { deliveriesQuery } from "../support/validators"

/** The inbox, newest first: what came, as it is stored, and what became of it; `dead=true`: what was given up. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const { limit, offset, dead, ...filter } = parse(deliveriesQuery, req.query)
  const wanted = dead ? ({ ...filter, status: "failed" } as const) : filter
  const [webhook_deliveries, count] = await resolveLedger(req.scope).webhooks.list(wanted, { limit, offset })
  res.json({ webhook_deliveries, count, offset, limit })
})
