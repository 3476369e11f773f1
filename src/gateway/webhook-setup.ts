import { WEBHOOK_FIELDS, type WebhookEventType, type WebhookField } from "./webhook-event"

/** What an event is needed for: `required`: orders are paid by it; `money_back`: returns, refunds, chargebacks; `time_line`: nothing but a line. */
export type WebhookPurpose = "required" | "money_back" | "time_line"

/** An event that a merchant has CatalystPay send. */
export type WebhookSubscription = { event: WebhookEventType; purpose: WebhookPurpose }

/** The events to choose in the webhook profile at CatalystPay. The others say nothing that these do not. */
export const WEBHOOK_SUBSCRIPTIONS: readonly WebhookSubscription[] = [
  { event: "payment_session.completed", purpose: "required" },
  { event: "transaction.created", purpose: "money_back" },
  { event: "transaction.imported", purpose: "money_back" },
  { event: "transaction.status_changed", purpose: "money_back" },
  { event: "chargeback.created", purpose: "money_back" },
  { event: "chargeback.imported", purpose: "money_back" },
  { event: "order.created", purpose: "time_line" },
]

/** What an event's name begins with, for its mapping. */
export type WebhookSubject = "payment_session" | "transaction" | "chargeback"

const EVERY_SUBJECT: readonly WebhookSubject[] = ["payment_session", "transaction", "chargeback"]

/** A key for the endpoint's mapping, and which field of the event is read from it. */
export type MappedField = {
  field: WebhookField
  /** The key to give it in the payload. */
  key: string
  /** The events whose mapping is to have it. */
  of: readonly WebhookSubject[]
}

/**
 * The mapping to choose for the endpoint at CatalystPay, so that every webhook names its debit and says what happened.
 * The keys are those of the documentation's sample (/guides/webhooks), which are read without a `fieldMap`.
 */
export const WEBHOOK_MAPPING: readonly MappedField[] = [
  { field: "session_token", key: "session_token", of: EVERY_SUBJECT },
  { field: "session_status", key: "status", of: ["payment_session"] },
  { field: "order_number", key: "order_number", of: EVERY_SUBJECT },
  { field: "amount", key: "amount", of: EVERY_SUBJECT },
  { field: "currency", key: "currency", of: EVERY_SUBJECT },
  { field: "tenant_reference_id", key: "tenant_reference_id", of: EVERY_SUBJECT },
  { field: "transaction_id", key: "transaction_id", of: EVERY_SUBJECT },
  { field: "transaction_status", key: "status", of: ["transaction"] },
  { field: "transaction_type", key: "type", of: ["transaction"] },
  { field: "reason_code", key: "reason_code", of: ["transaction", "chargeback"] },
]

/** A field of the mapping under the key that an account has for it. */
export type KeyedField = MappedField & {
  /** Whether the account's `fieldMap` names the key. */
  is_own: boolean
}

/** Pure: the mapping, with the keys that a merchant's `fieldMap` gives; fields that only it names come last. */
export function mappingWith(fieldMap: Readonly<Partial<Record<WebhookField, string>>>): KeyedField[] {
  const own = (field: WebhookField) => (Object.hasOwn(fieldMap, field) ? fieldMap[field] : undefined)
  const usual = WEBHOOK_MAPPING.map((mapped) => ({ ...mapped, key: own(mapped.field) ?? mapped.key, is_own: own(mapped.field) !== undefined }))
  const listed = new Set(WEBHOOK_MAPPING.map(({ field }) => field))
  const further = WEBHOOK_FIELDS.filter((field) => !listed.has(field)).flatMap((field) => {
    const key = own(field)
    return key === undefined ? [] : [{ field, key, of: EVERY_SUBJECT, is_own: true }]
  })
  return [...usual, ...further]
}
