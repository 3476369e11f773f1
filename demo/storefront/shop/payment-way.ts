import type { PaymentWay } from "./config"

/**
 * Pure: the way that a payment has taken already, so that a reload and the way back from another page go on with it; else
 * the first one. Undefined where the shop has none.
 */
export function wayUnderWay(
  sessions: readonly { provider_id: string }[],
  ways: readonly PaymentWay[],
): PaymentWay | undefined {
  return ways.find(({ provider_id }) => sessions.some((session) => session.provider_id === provider_id)) ?? ways[0]
}
