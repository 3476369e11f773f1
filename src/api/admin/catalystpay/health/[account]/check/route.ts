import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCatalystPayHealthCheck } from "../../../../../../modules/catalystpay/admin-types"
import { resolveLedger } from "../../../../../support/ledger"
import { parse, route } from "../../../../../support/respond"
import { noBody } from "../../../support/validators"

/** Asks CatalystPay whether it takes the account's API key, without moving anything. */
export const POST = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayHealthCheck>) => {
  parse(noBody, req.body ?? {})
  res.json(await resolveLedger(req.scope).health.check(req.params.account ?? ""))
})
