import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCatalystPayDebits } from "../../../../modules/catalystpay/admin-types"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { debitFilter, debitsQuery } from "../support/debit-query"
import { debitsWithOrders } from "../support/with-orders"

/** A page of debits with their orders and what is open about them; newest first unless `sort` says otherwise. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayDebits>) => {
  const { sort, limit, cursor, ...query } = parse(debitsQuery, req.query)
  const { debitList } = resolveLedger(req.scope)
  const filter = await debitFilter(req.scope, { sort, ...query })
  const { ids, next_cursor, previous_cursor } = await debitList.page(filter, { sort, limit, cursor })
  const [debits, count] = await Promise.all([debitsWithOrders(req.scope, ids), debitList.count(filter)])
  res.json({ debits, count, limit, next_cursor, previous_cursor })
})
