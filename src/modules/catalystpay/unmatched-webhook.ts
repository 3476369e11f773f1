import type { WebhookEvent } from "../../gateway"

/** Any of them leads to a debit. */
const IDS = ["session_token", "tenant_reference_id", "order_number", "transaction_id"] as const

/** Pure: whether the event says by an id which debit it is about. */
export function namesAnId(event: WebhookEvent): boolean {
  return IDS.some((id) => event[id] !== null)
}

/** For the inbox: why a signed webhook found no debit, and what the merchant can do about it. */
export function whyUnmatched(event: WebhookEvent): string {
  return namesAnId(event)
    ? "No debit of this store carries the ids in this webhook."
    : "This webhook names no debit: let its endpoint's mapping at CatalystPay include session_token, " +
        "tenant_reference_id, order_number or transaction_id, or name your keys for them in the option fieldMap."
}
