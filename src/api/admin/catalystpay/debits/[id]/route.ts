import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCatalystPayDebitAnswer } from "../../../../../modules/catalystpay/admin-types"
import { parse, route } from "../../../../support/respond"
import { noQuery } from "../../support/validators"
import { debitWithOrder } from "../../support/with-orders"

/** All that is known of one debit. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayDebitAnswer>) => {
  parse(noQuery, req.query)
  res.json({ debit: await debitWithOrder(req.scope, req.params.id ?? "") })
})
