import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { noQuery } from "../support/validators"

/** Whether each account's connection to CatalystPay is as it should be; CatalystPay is asked nothing. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res) => {
  parse(noQuery, req.query)
  res.json(await resolveLedger(req.scope).health.read())
})
