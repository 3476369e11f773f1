import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { payPlacedOrder } from "../../../../../../workflows/pay-placed-order"
import { accessDebit, publishDebit } from "../../../../../support/payment-session"
import { parse, route } from "../../../../../support/respond"
import { authorizationBody } from "../../../../../support/validators"

/**
 * Pays an order that is placed and not paid: its debit has failed, or was charged back and the merchant asks for it anew.
 * Completing the cart does nothing for it. What the debit came to stands in the session's data, as after `complete`.
 */
export const POST = route<AuthenticatedMedusaRequest>(async (req, res) => {
  parse(authorizationBody, req.body ?? {})
  const debit = await accessDebit(req, req.params.id ?? "")
  const paid = await payPlacedOrder(req.scope, debit, req.locale)
  res.json({ payment_session: await publishDebit(req.scope, paid.debit), order_id: paid.order_id })
})
