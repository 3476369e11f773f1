import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCatalystPayRefunds } from "../../../../modules/catalystpay/admin-types"
import { findRefundViews } from "../../../../modules/catalystpay/money/money-finder"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { debitsOf } from "../support/debits-of"
import { refundsQuery } from "../support/validators"
import { rowsWithOrders } from "../support/with-orders"

/**
 * Refunds that Medusa has booked, newest first: of an order, of a debit, of an account, or all; `open=true`: those still to
 * be paid.
 */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayRefunds>) => {
  const { limit, offset, open, account, ...filter } = parse(refundsQuery, req.query)
  const debit_ids = await debitsOf(req.scope, filter)
  const [found, count] = await findRefundViews(resolveLedger(req.scope), { debit_ids, account, open }, { limit, offset })
  res.json({ refunds: await rowsWithOrders(req.scope, found), count, offset, limit })
})
