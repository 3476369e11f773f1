import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { findDebitViews } from "../../../../modules/catalystpay/debit-finder"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { collectionsOfOrder } from "../../../../workflows/order-collections"
import { debitsQuery } from "../support/validators"

/** Debits, newest first: of an order, of a payment collection, or all. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const { order_id, payment_collection_id, limit, offset } = parse(debitsQuery, req.query)
  const ofOrder = order_id ? await collectionsOfOrder(req.scope, order_id) : null
  const payment_collection_ids = narrow(ofOrder, payment_collection_id)
  const filter = { payment_collection_ids }
  const [debits, count] = await findDebitViews(resolveLedger(req.scope), filter, { limit, offset })
  res.json({ debits, count, offset, limit })
})

/** Both filters given: a debit has to meet both. */
function narrow(ofOrder: string[] | null, wanted: string | undefined): string[] | null {
  if (wanted === undefined) {
    return ofOrder
  }
  return ofOrder ? ofOrder.filter((id) => id === wanted) : [wanted]
}
