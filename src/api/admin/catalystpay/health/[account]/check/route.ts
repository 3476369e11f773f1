import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { resolveLedger } from "../../../../../support/ledger"
import { parse, route } from "../../../../../support/respond"
import { noBody } from "../../../support/validators"

/** Asks CatalystPay whether it takes the account's API key, without moving anything. */
export const POST = route<AuthenticatedMedusaRequest>(async (req, res) => {
  parse(noBody, req.body ?? {})
  res.json(await resolveLedger(req.scope).health.check(req.params.account ?? ""))
})
