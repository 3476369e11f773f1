import type { DeliveryView } from "../webhooks/inbox"
import type { Settings } from "../options"
import { withoutPerson } from "./webhook-remains"

export const DELIVERIES = "catalystpay_webhook_delivery"
/** What still waits is processed by what it says. */
export const DONE_WITH = ["processed", "ignored", "failed"] as const

/** A webhook as the inbox keeps it. */
export type StoredDelivery = Pick<DeliveryView, "id" | "account" | "event_name" | "payload" | "debit_id">

/**
 * Pure: its payload with nothing of a person.
 * @param token the one of its debit, which stands for the session's own where that was erased; null where it has no debit
 */
export function redact(settings: Settings, { account, event_name, payload }: StoredDelivery, token: string | null): Record<string, unknown> {
  return withoutPerson(event_name, payload, fieldMapOf(settings, account), token)
}

/** An account may have been taken out of the options since. */
export function fieldMapOf(settings: Settings, account: string): Record<string, string> | undefined {
  return Object.hasOwn(settings.accounts, account) ? settings.accounts[account]?.fieldMap : undefined
}
