import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isCatalystPayError } from "../../modules/catalystpay/errors"
import type { Case } from "./case"

/** Nobody shall pay for an order that was cancelled. A page that was paid, or that cannot be closed now, is looked at again. */
export async function closePage({ container, ledger, debit }: Case): Promise<void> {
  try {
    await ledger.cancelUnsubmitted(debit)
  } catch (error) {
    if (!isCatalystPayError(error)) {
      throw error
    }
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`The page of debit ${debit.id}, whose order was cancelled, was not closed. ${error.message}`)
  }
}
