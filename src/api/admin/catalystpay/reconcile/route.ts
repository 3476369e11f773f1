import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { textOf } from "../../../../modules/catalystpay/error-text"
import { reconcileRequested, requestReconciliation } from "../../../../workflows/reconcile"
import { resolveLedger } from "../../../support/ledger"
import { parse, route } from "../../../support/respond"
import { reconciliationBody, reconciliationsQuery } from "../support/validators"

/** Readings of CatalystPay's records, newest first, and beside them the newest of each account and listing. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const { limit, offset, ...filter } = parse(reconciliationsQuery, req.query)
  const { reconciliation } = resolveLedger(req.scope)
  const [runs, count] = await reconciliation.list(filter, { limit, offset })
  res.json({ runs, count, offset, limit, latest: await reconciliation.latest() })
})

/** Reads some days again: answers 202 with the runs, which go on; GET shows how far they are. */
export const POST = route<AuthenticatedMedusaRequest>(async (req, res) => {
  const { from, to, account } = parse(reconciliationBody, req.body ?? {})
  const runs = await requestReconciliation(req.scope, { from_day: from, to_day: to }, account)
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  reconcileRequested(req.scope, account).catch((error: unknown) => {
    logger.error(`The days that were asked for could not be reconciled; the job goes on with them. ${textOf(error)}`)
  })
  res.status(202).json({ runs })
})
