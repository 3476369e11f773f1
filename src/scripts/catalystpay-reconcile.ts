import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import { canBeRead } from "../modules/catalystpay/reconciliation/days"
import { describeReport } from "../modules/catalystpay/reconciliation/report"
import { CatalystPayError } from "../modules/catalystpay/errors"
import { reconcileRequested, requestReconciliation } from "../workflows/reconcile"

interface ExecInput {
  container: MedusaContainer
  args: string[]
}

/**
 * `medusa exec <this file> 2026-01-01 2026-06-30 [account]`: reads CatalystPay's records of these days, both included, and
 * repairs what is missing; of all accounts unless one is named. It ends when they are read.
 * @throws CatalystPayError `invalid_request`, `account_unknown`, `reconciliation_running`
 */
export default async function catalystpayReconcile({ container, args }: ExecInput): Promise<void> {
  const [from_day = "", to_day = "", account, ...rest] = args
  if (!canBeRead({ from_day, to_day }) || rest.length > 0) {
    throw new CatalystPayError("invalid_request", {
      developer: "Which days? Give the first and the last as YYYY-MM-DD, then the account's name if it is to be one alone.",
    })
  }
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { reconciliation } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const requested = await requestReconciliation(container, { from_day, to_day }, account)
  await reconcileRequested(container, account)
  const runs = await reconciliation.find(requested.map(({ id }) => id))
  for (const { account: name, listing, status, report, failure } of runs) {
    const why = failure === null ? "" : ` ${failure}`
    logger.info(`Account "${name}", ${listing}: ${status}. ${describeReport(report)}.${why}`)
  }
  if (runs.some(({ status }) => status !== "finished")) {
    throw new CatalystPayError("reconciliation_incomplete", {
      developer: "Not all could be read. What is left is taken up by the same command, or by the hourly job.",
    })
  }
}
