import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCatalystPayMandateAnswer } from "../../../../../../modules/catalystpay/admin-types"
import { resolveLedger } from "../../../../../support/ledger"
import { parse, route } from "../../../../../support/respond"
import { debitOf } from "../../../support/debit-of"
import { mandateQuery } from "../../../support/validators"

/** The evidence of an acceptance, to print: of the current attempt, or of the one that is named. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayMandateAnswer>) => {
  const { attempt } = parse(mandateQuery, req.query)
  res.json({ mandate: await resolveLedger(req.scope).mandateEvidence(await debitOf(req), attempt ?? null) })
})
