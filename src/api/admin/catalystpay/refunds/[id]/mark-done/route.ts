import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCatalystPayRefundAnswer } from "../../../../../../modules/catalystpay/admin-types"
import { refundView } from "../../../../../../modules/catalystpay/money/money-view"
import { resolveLedger } from "../../../../../support/ledger"
import { isId } from "../../../../../support/payment-session"
import { parse, route } from "../../../../../support/respond"
import { noteBody } from "../../../support/validators"
import { rowWithOrder } from "../../../support/with-orders"

/** The merchant says that the refund was paid out: it counts as confirmed by their word. */
export const POST = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayRefundAnswer>) => {
  const { note } = parse(noteBody, req.body ?? {})
  const id = req.params.id ?? ""
  const marked = { by: req.auth_context.actor_id, note: note ?? null }
  const refund = await resolveLedger(req.scope).givenBack.markRefundDone(isId(id) ? id : "", marked)
  res.json({ refund: await rowWithOrder(req.scope, refundView(refund)) })
})
