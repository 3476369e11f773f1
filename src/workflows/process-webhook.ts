import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import type { Delivery } from "../modules/catalystpay/inbox"
import { agreeWithLedger } from "./agreement"

/** Processes one delivery of the inbox, at once. Never throws: what fails stays in the inbox and is tried again. */
export async function dispatchWebhook(container: MedusaContainer, deliveryId: string): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const delivery = await ledgerOf(container).claimWebhook(deliveryId)
    if (delivery) {
      await processDelivery(container, delivery)
    }
  } catch (error) {
    logger.error(`Webhook ${deliveryId} could not be processed; the inbox keeps it. ${textOf(error)}`)
  }
}

/** Brings a claimed delivery to its end: the debit is moved, Medusa is told, and the inbox knows what came of it. */
export async function processDelivery(container: MedusaContainer, delivery: Delivery): Promise<void> {
  const ledger = ledgerOf(container)
  try {
    const verdict = await ledger.applyDelivery(delivery)
    if (verdict.retry) {
      await tryAgainLater(container, delivery, verdict.outcome)
      return
    }
    if (verdict.moved && verdict.debit_id) {
      await agreeWithLedger(container, verdict.debit_id)
    }
    await ledger.finishWebhook(delivery, verdict)
  } catch (error) {
    await tryAgainLater(container, delivery, textOf(error))
  }
}

async function tryAgainLater(container: MedusaContainer, delivery: Delivery, why: string): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const seconds = await ledgerOf(container).retryWebhook(delivery, why)
  if (seconds === null) {
    logger.error(`Webhook ${delivery.id} (${delivery.event_name}) was given up after ${delivery.tries} tries. ${why}`)
    return
  }
  logger.warn(`Webhook ${delivery.id} (${delivery.event_name}) is tried again in ${seconds.toFixed(1)} s. ${why}`)
  // The scheduled job would find it too, within a minute; short pauses are kept here.
  setTimeout(() => void dispatchWebhook(container, delivery.id), seconds * 1000).unref()
}

function ledgerOf(container: MedusaContainer): CatalystPayModuleService {
  return container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
}

/** Workflows throw copies of errors, which are no Error any more. */
function textOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error)
}
