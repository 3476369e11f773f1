import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCatalystPayChargebackRates } from "../../../../../modules/catalystpay/admin-types"
import { resolveLedger } from "../../../../support/ledger"
import { parse, route } from "../../../../support/respond"
import { ratesQuery } from "../../support/validators"

/** How many of each month's debits were charged back in it, this month and those before it. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayChargebackRates>) => {
  const { months } = parse(ratesQuery, req.query)
  res.json({ months: await resolveLedger(req.scope).givenBack.chargebackRates(months) })
})
