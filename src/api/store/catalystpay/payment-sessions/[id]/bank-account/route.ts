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
  const ready = await ledger.attachBankAccount(debit, { ...body, ...requestContext(req, ledger.settings.clientIp) })
  res.json({ payment_session: await publishDebit(req.scope, ready) })
})
