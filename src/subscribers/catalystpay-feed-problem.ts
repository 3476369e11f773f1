import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import { textOf } from "../modules/catalystpay/error-text"
import { PROBLEM_OPENED_EVENT } from "../modules/catalystpay/events"
import { FEED_CHANNEL, feedNotificationOf, hasProviderFor } from "../modules/catalystpay/problems/problem-feed"

/**
 * Puts a problem into the dashboard's feed, where the store has a notification provider for it. One that cannot be put
 * there is logged: the problem stays open in the dashboard all the same.
 */
export default async function catalystpayFeedProblem({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  if (!hasProviderFor(FEED_CHANNEL, container.resolve(ContainerRegistrationKeys.CONFIG_MODULE))) {
    return
  }
  const { settings, problems } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const problem = await problems.byId(event.data.id)
  if (!problem) {
    return
  }
  try {
    const notification = feedNotificationOf(problem, Object.keys(settings.accounts).length)
    await container.resolve(Modules.NOTIFICATION).createNotifications(notification)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`The problem ${problem.id} (${problem.code}) could not be put into the dashboard's feed. ${textOf(error)}`)
  }
}

export const config: SubscriberConfig = {
  event: PROBLEM_OPENED_EVENT,
  context: { subscriberId: "catalystpay-feed-problem" },
}
