import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import { textOf } from "../modules/catalystpay/error-text"
import type { Delivery } from "../modules/catalystpay/webhooks/inbox"
import { outcomeOfError } from "../modules/catalystpay/webhooks/webhook-failure"
import type { WebhookVerdict } from "../modules/catalystpay/webhooks/webhook-news"
import { describeOutcome, type WebhookOutcome } from "../modules/catalystpay/webhooks/webhook-outcomes"
import { agreeWithLedger } from "./agreement"

/** Few, because a claim lasts a minute and they are processed one after the other. */
const AT_ONCE = 10
/** The job comes every minute. */
const LONGEST_RUN_MS = 50_000

/** Processes one delivery of the inbox, at once. Never throws: what fails stays in the inbox and is tried again. */
export async function dispatchWebhook(container: MedusaContainer, deliveryId: string): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const delivery = await ledgerOf(container).webhooks.claim(deliveryId)
    if (delivery) {
      await processClaimed(container, delivery)
    }
  } catch (error) {
    logger.error(`Webhook ${deliveryId} could not be claimed; the inbox keeps it. ${textOf(error)}`)
  }
}

/** Processes what is due, also what a process died with, for about a minute at most. Any number of servers may call it. */
export async function processDueWebhooks(container: MedusaContainer): Promise<void> {
  const until = Date.now() + LONGEST_RUN_MS
  while (Date.now() < until) {
    const due = await ledgerOf(container).webhooks.claimDue(AT_ONCE)
    for (const delivery of due) {
      await processClaimed(container, delivery)
    }
    if (due.length < AT_ONCE) {
      return
    }
  }
}

async function processClaimed(container: MedusaContainer, delivery: Delivery): Promise<void> {
  try {
    await processDelivery(container, delivery)
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`Webhook ${delivery.id} could not be processed; the inbox keeps it. ${textOf(error)}`)
  }
}

/**
 * Brings a claimed delivery to its end: the debit is moved, Medusa is told, and the inbox knows what came of it. What a
 * process does not bring to its end is taken up by another one when the claim has run out.
 */
export async function processDelivery(container: MedusaContainer, delivery: Delivery): Promise<void> {
  const ledger = ledgerOf(container)
  await ledger.faults.at("after_webhook_was_claimed", null)
  const applied = await applyDelivery(container, delivery)
  if ("failed" in applied) {
    await tryAgainLater(container, delivery, applied.failed)
    return
  }
  if (applied.retry) {
    await tryAgainLater(container, delivery, applied.outcome)
    return
  }
  await ledger.faults.at("after_webhook_was_applied", applied.debit_id)
  await ledger.webhooks.finish(delivery, applied)
}

/** What fails stays in the inbox and is tried again. */
async function applyDelivery(container: MedusaContainer, delivery: Delivery): Promise<WebhookVerdict | { failed: WebhookOutcome }> {
  try {
    const verdict = await ledgerOf(container).webhooks.apply(delivery)
    if (verdict.moved && verdict.debit_id) {
      await agreeWithLedger(container, verdict.debit_id)
    }
    return verdict
  } catch (error) {
    return { failed: outcomeOfError(error) }
  }
}

async function tryAgainLater(container: MedusaContainer, delivery: Delivery, outcome: WebhookOutcome): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const seconds = await ledgerOf(container).webhooks.retry(delivery, outcome)
  const why = describeOutcome(outcome)
  if (seconds === "lost") {
    logger.warn(`Webhook ${delivery.id} (${delivery.event_name}) took so long that another process has it. ${why}`)
    return
  }
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
