import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCatalystPayChargebacks } from "../../../../modules/catalystpay/admin-types"
import { findChargebackViews } from "../../../../modules/catalystpay/money/money-finder"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { debitsOf } from "../support/debits-of"
import { chargebacksQuery } from "../support/validators"
import { rowsWithOrders } from "../support/with-orders"

/** Chargebacks and returns, newest first: of an order, of a debit, of an account, or all. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayChargebacks>) => {
  const { limit, offset, account, ...filter } = parse(chargebacksQuery, req.query)
  const debit_ids = await debitsOf(req.scope, filter)
  const [found, count] = await findChargebackViews(resolveLedger(req.scope), { debit_ids, account }, { limit, offset })
  res.json({ chargebacks: await rowsWithOrders(req.scope, found), count, offset, limit })
})
