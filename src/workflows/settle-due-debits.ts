import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import type { DebitRecord } from "../modules/catalystpay/debits/debit-record"
import { agreeWithLedger } from "./agreement"
import { findPayee } from "./steps/find-payee"
import { textOf } from "../modules/catalystpay/error-text"

/** The gateway is asked once a second at most, and shoppers come first: a run leaves room, the next one comes in a minute. */
const AT_MOST = 30
const LONGEST_RUN_MS = 50_000

/**
 * Asks after debits whose outcome is not known, those that have been due the longest first, and brings Medusa in line
 * with what comes of it. Any number of servers may call it at any time; each debit is taken by one of them.
 */
export async function settleDueDebits(container: MedusaContainer): Promise<void> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const until = Date.now() + LONGEST_RUN_MS
  for (let count = 0; count < AT_MOST && Date.now() < until; count += 1) {
    const debit = await ledger.claimDueDebit()
    if (!debit) {
      return
    }
    await settle(container, ledger, debit)
  }
}

/** One that fails keeps no other from being asked after; it is due again after its pause. */
async function settle(container: MedusaContainer, ledger: CatalystPayModuleService, debit: DebitRecord): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const { status } = await ledger.settleDueDebit(debit, () => findPayee(container, debit))
    logger.info(`Debit ${debit.id} was ${debit.status} and is ${status}.`)
    await agreeWithLedger(container, debit.id)
  } catch (error) {
    const why = textOf(error)
    logger.error(`Debit ${debit.id} could not be settled; it is tried again. ${why}`)
  }
}
