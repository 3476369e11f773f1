import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import type { DebitRecord } from "../modules/catalystpay/debits/debit-record"
import { agreeWithLedger } from "./agreement"
import { textOf } from "../modules/catalystpay/error-text"

const AT_ONCE = 100
/** What a run leaves, the next one takes up, maybe on another server. */
const LONGEST_RUN_MS = 5 * 60 * 1000

/**
 * Settles debits that did not come back in the business days of the option `settlement.afterBusinessDays`, and brings
 * Medusa in line. An account whose records cannot be read has its debits settled later, not blindly.
 */
export async function settleByTime(container: MedusaContainer): Promise<void> {
  const { upkeep } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  await upkeep.alone("settle-by-time", async () => {
    const until = Date.now() + LONGEST_RUN_MS
    const silent = new Set<string>()
    let after = ""
    for (;;) {
      const due = await upkeep.dueToSettle(AT_ONCE, after)
      for (const debit of due.filter(({ account }) => !silent.has(account))) {
        if (!(await settleOne(container, debit))) {
          silent.add(debit.account)
        }
        if (Date.now() > until) {
          return
        }
      }
      const last = due.at(-1)
      if (!last) {
        return
      }
      after = last.id
    }
  })
}

/** @returns false when its account's records cannot be read now */
async function settleOne(container: MedusaContainer, debit: DebitRecord): Promise<boolean> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { upkeep } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  try {
    const settled = await upkeep.settle(debit)
    if (settled.kind === "unanswered") {
      logger.warn(`Debit ${debit.id} is settled later: whether it bounced could not be asked. ${settled.why}`)
      return false
    }
    if (settled.kind === "contradicted") {
      logger.warn(`Debit ${debit.id} is not settled: CatalystPay's records say that its money did not arrive, or went back.`)
    }
    await agreeWithLedger(container, debit.id)
  } catch (error) {
    logger.error(`Debit ${debit.id} could not be settled; the next run tries again. ${textOf(error)}`)
  }
  return true
}
