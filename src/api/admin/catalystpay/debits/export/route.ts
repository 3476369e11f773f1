import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CSV_HEADER, csvLine } from "../../../../../modules/catalystpay/debit-list/csv"
import type { DebitSort } from "../../../../../modules/catalystpay/debit-list/cursor"
import type { DebitFilter } from "../../../../../modules/catalystpay/debit-list/filter"
import { textOf } from "../../../../../modules/catalystpay/error-text"
import { dayOf } from "../../../../../modules/catalystpay/reconciliation/days"
import { resolveLedger } from "../../../../support/ledger"
import { parse, route } from "../../../../support/respond"
import { streamCsv } from "../../support/csv-stream"
import { debitFilter, exportQuery } from "../../support/debit-query"
import { debitsWithOrders } from "../../support/with-orders"

const ROWS = 200

/** The list as a file: the same filters and order, all pages of it. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const query = parse(exportQuery, req.query)
  const filter = await debitFilter(req.scope, query)
  const filename = `sepa-debits-${dayOf(resolveLedger(req.scope).now)}.csv`
  try {
    await streamCsv(res, filename, CSV_HEADER, pagesOf(req.scope, filter, query.sort))
  } catch (error) {
    if (!res.headersSent) {
      throw error
    }
    // The answer has begun: a connection that breaks off is all that says that lines are missing.
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`The export of debits broke off. ${textOf(error)}`)
    res.destroy()
  }
})

async function* pagesOf(scope: MedusaContainer, filter: DebitFilter, sort: DebitSort): AsyncGenerator<string[]> {
  const { debitList } = resolveLedger(scope)
  for (let cursor: string | undefined; ; ) {
    const page = await debitList.page(filter, { sort, limit: ROWS, cursor })
    yield (await debitsWithOrders(scope, page.ids)).map(csvLine)
    if (page.next_cursor === null) {
      return
    }
    cursor = page.next_cursor
  }
}
