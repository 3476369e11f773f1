import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import { textOf } from "../modules/catalystpay/error-text"
import type { DayRange } from "../modules/catalystpay/reconciliation/days"
import type { Worked } from "../modules/catalystpay/reconciliation/reconciliation"
import type { RunView } from "../modules/catalystpay/reconciliation/run-record"
import { agreeWithLedger } from "./agreement"

/** What a run leaves, the next one takes up, maybe on another server. */
const LONGEST_RUN_MS = 30 * 60 * 1000

/**
 * Reads CatalystPay's records of every account from where the last run ended, repairs in the ledger what webhooks missed,
 * and brings Medusa in line. Any number of servers may call it at any time; each account is read by one of them, and one
 * that cannot be read keeps no other from being read.
 */
export async function reconcile(container: MedusaContainer): Promise<void> {
  const { reconciliation } = ledgerOf(container)
  for (const account of reconciliation.readers()) {
    await readAll(container, account, () => reconciliation.readDue(account, agreeing(container)))
  }
}

/**
 * Writes down that some days are to be read again, of one account's tenant or of all; they need not be among those that the
 * job reads, and may be more than 90.
 * @throws CatalystPayError `account_unknown`, `reconciliation_running`
 */
export async function requestReconciliation(container: MedusaContainer, days: DayRange, account?: string): Promise<RunView[]> {
  return ledgerOf(container).reconciliation.request(days, account)
}

/** Reads the days that were asked for, to their end. What fails is kept for the job, with its place. */
export async function reconcileRequested(container: MedusaContainer, account?: string): Promise<void> {
  const { reconciliation } = ledgerOf(container)
  for (const reader of reconciliation.readers(account)) {
    await readAll(container, reader, () => reconciliation.readRequested(reader, agreeing(container)))
  }
}

/** An account is let go of from time to time, and taken again. */
async function readAll(container: MedusaContainer, account: string, read: () => Promise<Worked>): Promise<void> {
  const until = Date.now() + LONGEST_RUN_MS
  try {
    while ((await read()) === "paused" && Date.now() < until) {
      continue
    }
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`The account "${account}" could not be reconciled; the next run goes on from there. ${textOf(error)}`)
  }
}

function agreeing(container: MedusaContainer): (debitId: string) => Promise<void> {
  return (debitId) => agreeWithLedger(container, debitId)
}

function ledgerOf(container: MedusaContainer): CatalystPayModuleService {
  return container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
}
