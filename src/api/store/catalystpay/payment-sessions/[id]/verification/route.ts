import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { CatalystPayError } from "../../../../../../modules/catalystpay/errors"
import { settlePlacedOrderWorkflow } from "../../../../../../workflows/settle-placed-order"
import { resolveLedger } from "../../../../../support/ledger"
import { accessDebit, publishDebit } from "../../../../../support/payment-session"
import { parse, route } from "../../../../../support/respond"
import { verificationBody } from "../../../../../support/validators"

/**
 * The shopper came back from the verification page. Completing the cart then finalises the debit; where the order stands
 * already (its debit had waited in the queue), completing does nothing, so it is finalised here.
 */
export const POST = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const { verification_id } = parse(verificationBody, req.body ?? {})
  const debit = await accessDebit(req, req.params.id ?? "")
  if (debit.status === "approved") {
    // The bank's own notice was faster than the shopper: there is nothing left to verify.
    res.json({ payment_session: await publishDebit(req.scope, debit) })
    return
  }
  if (debit.status !== "awaiting_verification") {
    throw new CatalystPayError("session_not_payable", {
      developer: `The debit is ${debit.status}; it does not wait for a verification.`,
    })
  }
  const ledger = resolveLedger(req.scope)
  const returned = await ledger.recordVerificationReturn(debit, verification_id ?? null)
  const { payment_session_id, cart_id } = returned
  await settlePlacedOrderWorkflow(req.scope).run({ input: { payment_session_id, cart_id } })
  const settled = await ledger.findBySession(payment_session_id)
  res.json({ payment_session: await publishDebit(req.scope, settled ?? returned) })
})

/**
 * The shopper does not want to sign. A debit that waits for no verification stays as it is and is answered so; one that
 * turns out approved is answered as approved, and the cart is completed.
 */
export const DELETE = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const debit = await accessDebit(req, req.params.id ?? "")
  const ended = await resolveLedger(req.scope).giveUp(debit)
  res.json({ payment_session: await publishDebit(req.scope, ended) })
})
