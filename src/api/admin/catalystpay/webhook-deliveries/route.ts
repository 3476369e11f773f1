import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { deliveriesQuery } from "../support/validators"

/** The inbox, newest first: what came, as it is stored, and what became of it. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const { limit, offset, ...filter } = parse(deliveriesQuery, req.query)
  const [webhook_deliveries, count] = await resolveLedger(req.scope).webhooks.list(filter, { limit, offset })
  res.json({ webhook_deliveries, count, offset, limit })
})
