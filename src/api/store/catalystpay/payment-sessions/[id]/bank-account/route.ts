import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { requestContext } from "../../../../../support/client-request"
import { resolveLedger } from "../../../../../support/ledger"
import { accessDebit, publishDebit } from "../../../../../support/payment-session"
import { parse, route } from "../../../../../support/respond"
import { bankAccountBody } from "../../../../../support/validators"

/** Takes the shopper's bank account and mandate. Nothing is submitted before the cart is completed. */
export const POST = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const body = parse(bankAccountBody, req.body)
  const ledger = resolveLedger(req.scope)
  const debit = await accessDebit(req, req.params.id ?? "")
  const client = requestContext(req, ledger.settings.clientIp)
  await ledger.attemptLimits.countBankAccount({
    payment_session_id: debit.payment_session_id,
    ip_address: client.ip_address,
    locale: body.mandate.locale ?? req.locale,
  })
  const ready = await ledger.attachBankAccount(debit, { ...body, ...client })
  res.json({ payment_session: await publishDebit(req.scope, ready) })
})
