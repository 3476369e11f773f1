import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import { textOf } from "../modules/catalystpay/error-text"
import { PROBLEM_OPENED_EVENT } from "../modules/catalystpay/events"
import { describeProblem } from "../modules/catalystpay/problems/problem-texts"

/**
 * Tells the merchant of a problem through Medusa's Notification module, where the option `notifications` says to whom.
 * One that cannot be sent is logged: the problem stays open in the dashboard all the same.
 */
export default async function catalystpayNotifyProblem({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const { settings, problems } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const problem = settings.notifications ? await problems.byId(event.data.id) : null
  if (!settings.notifications || !problem) {
    return
  }
  const { id, code, account, order_id, debit_id } = problem
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      ...settings.notifications,
      data: { code, ...describeProblem(problem), account, order_id, debit_id },
      // The event may come twice; Medusa sends once for a key.
      idempotency_key: `catalystpay-${id}`,
    })
  } catch (error) {
    const text = textOf(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Nobody was notified of the problem ${id} (${code}): has Medusa a notification provider for this channel? ${text}`)
  }
}

export const config: SubscriberConfig = {
  event: PROBLEM_OPENED_EVENT,
  context: { subscriberId: "catalystpay-notify-problem" },
}
