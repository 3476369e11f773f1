import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCatalystPayHealth } from "../../../../modules/catalystpay/admin-types"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { noQuery } from "../support/validators"

/** Whether each account's connection to CatalystPay is as it should be; CatalystPay is asked nothing. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayHealth>) => {
  parse(noQuery, req.query)
  res.json(await resolveLedger(req.scope).health.read())
})
