import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import type { DebitRecord } from "../modules/catalystpay/debits/debit-record"
import { agreeWithLedger } from "./agreement"
import { findPayee } from "./steps/find-payee"

const AT_ONCE = 100
/** The job comes every minute; what a run leaves, the next one takes up, maybe on another server. */
const LONGEST_RUN_MS = 100_000

/**
 * Submits the debits whose turn at the gateway had not come while their shoppers waited, in the order in which they
 * were queued. Any number of servers may call it at any time; one of them works.
 */
export async function submitQueue(container: MedusaContainer): Promise<void> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  await ledger.whileEmptyingQueue(async () => {
    const until = Date.now() + LONGEST_RUN_MS
    // Again and again: what is queued meanwhile finds the queue being emptied, and relies on that.
    while (await submitSome(container, ledger, until)) {
      continue
    }
  })
}

/** @returns whether there may be more to submit now */
async function submitSome(container: MedusaContainer, ledger: CatalystPayModuleService, until: number): Promise<boolean> {
  let left = 0
  for (const debit of await ledger.queuedDebits(AT_ONCE)) {
    const step = await ledger.advanceQueued(debit, () => findPayee(container, debit))
    if (step.kind === "left_queue") {
      left += 1
      await tellOrder(container, step.debit)
    }
    if (step.kind === "waits_for_gateway" || Date.now() > until) {
      return false
    }
  }
  return left > 0
}

async function tellOrder(container: MedusaContainer, debit: DebitRecord): Promise<void> {
  const { id, status } = debit
  container.resolve(ContainerRegistrationKeys.LOGGER).info(`Debit ${id} left the queue: it is ${status}.`)
  await agreeWithLedger(container, id)
}
