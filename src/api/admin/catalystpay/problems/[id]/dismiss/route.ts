import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCatalystPayProblemAnswer } from "../../../../../../modules/catalystpay/admin-types"
import { toProblemView } from "../../../../../../modules/catalystpay/problems/problem-view"
import { resolveLedger } from "../../../../../support/ledger"
import { isId } from "../../../../../support/payment-session"
import { parse, route } from "../../../../../support/respond"
import { noteBody } from "../../../support/validators"

/** Puts a problem aside that cannot close by itself. */
export const POST = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayProblemAnswer>) => {
  const { note } = parse(noteBody, req.body ?? {})
  const id = req.params.id ?? ""
  const dismissed = { by: req.auth_context.actor_id, note: note ?? null }
  res.json({ problem: toProblemView(await resolveLedger(req.scope).problems.dismiss(isId(id) ? id : "", dismissed)) })
})
