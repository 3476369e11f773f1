import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { findRefundViews } from "../../../../modules/catalystpay/money-finder"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { debitsOf } from "../support/debits-of"
import { refundsQuery } from "../support/validators"

/** Refunds that Medusa has booked, newest first: of an order, of a debit, or all; `open=true`: those still to be paid. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const { limit, offset, open, ...filter } = parse(refundsQuery, req.query)
  const debit_ids = await debitsOf(req.scope, filter)
  const [refunds, count] = await findRefundViews(resolveLedger(req.scope), { debit_ids, open }, { limit, offset })
  res.json({ refunds, count, offset, limit })
})
