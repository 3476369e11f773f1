import { z } from "@medusajs/framework/zod"
import type { CreateNotificationDTO } from "@medusajs/framework/types"
import { PROBLEM_OPENED_EVENT } from "../events"
import { describeProblem } from "./problem-texts"
import type { ProblemRecord } from "./problems"

/** The channel of the dashboard's bell, as Medusa's own exports and imports use it. */
export const FEED_CHANNEL = "feed"

const notificationSchema = z.object({
  modules: z.object({
    notification: z.object({
      options: z.object({
        providers: z.array(z.object({ options: z.object({ channels: z.array(z.string()).default([]) }).prefault({}) })),
      }),
    }),
  }),
})

/** Pure: whether Medusa's configuration has a notification provider for a channel; Medusa's default has one for the feed. */
export function hasProviderFor(channel: string, config: unknown): boolean {
  const read = notificationSchema.safeParse(config)
  return read.success && read.data.modules.notification.options.providers.some(({ options }) => options.channels.includes(channel))
}

/**
 * Pure: a problem as the dashboard's bell shows it, to everybody who may log in there. In English, as Medusa's own: the
 * feed keeps texts, not keys.
 * @param accounts how many accounts the store has: where there are several, the problem's is named
 */
export function feedNotificationOf(
  problem: Pick<ProblemRecord, "id" | "code" | "account" | "details">,
  accounts: number,
): CreateNotificationDTO {
  const { id, account } = problem
  const { sentence, way_out } = describeProblem(problem)
  return {
    to: "",
    channel: FEED_CHANNEL,
    template: "admin-ui",
    data: { title: accounts > 1 && account ? `SEPA direct debit (${account})` : "SEPA direct debit", description: `${sentence}\n${way_out}` },
    trigger_type: PROBLEM_OPENED_EVENT,
    resource_type: "catalystpay_problem",
    resource_id: id,
    // The event may come twice; Medusa sends once for a key.
    idempotency_key: `catalystpay-feed-${id}`,
  }
}
