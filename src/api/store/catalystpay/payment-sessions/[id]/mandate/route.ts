import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { resolveLedger } from "../../../../../support/ledger"
import { accessDebit } from "../../../../../support/payment-session"
import { parse, route } from "../../../../../support/respond"
import { mandateQuery } from "../../../../../support/validators"

/** The mandate's wording in the shopper's language, to be shown before it is accepted. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res) => {
  // Medusa takes `?locale=` out of the query and keeps it on the request (framework, apply-locale.js).
  const locale = req.locale ?? parse(mandateQuery, req.query).locale
  const debit = await accessDebit(req, req.params.id ?? "")
  res.json({ mandate: await resolveLedger(req.scope).mandateView(debit, locale ?? null) })
})
