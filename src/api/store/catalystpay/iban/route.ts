import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { requestContext } from "../../../support/client-request"
import { resolveLedger } from "../../../support/ledger"
import { accessDebit } from "../../../support/payment-session"
import { parse, route } from "../../../support/respond"
import { ibanBody } from "../../../support/validators"

/** Checks an IBAN as the shopper types it. An invalid one is an answer, not an error. */
export const POST = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const { iban, payment_session_id } = parse(ibanBody, req.body)
  const ledger = resolveLedger(req.scope)
  const { ip_address } = requestContext(req, ledger.settings.clientIp)
  await ledger.attemptLimits.countIbanCheck({ ip_address, locale: req.locale })
  const debit = payment_session_id ? await accessDebit(req, payment_session_id) : null
  const account = debit?.account ?? ledger.accountForIbans
  res.json(await ledger.validateIban(account, debit, iban))
})
