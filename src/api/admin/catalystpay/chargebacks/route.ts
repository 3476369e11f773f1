import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { findChargebackViews } from "../../../../modules/catalystpay/money-finder"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { debitsOf } from "../support/debits-of"
import { chargebacksQuery } from "../support/validators"

/** Chargebacks and returns, newest first: of an order, of a debit, or all. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const { limit, offset, ...filter } = parse(chargebacksQuery, req.query)
  const debitIds = await debitsOf(req.scope, filter)
  const [chargebacks, count] = await findChargebackViews(resolveLedger(req.scope), debitIds, { limit, offset })
  res.json({ chargebacks, count, offset, limit })
})
