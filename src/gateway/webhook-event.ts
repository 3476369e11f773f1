import { oneOf, toAmount, toLast4, toText } from "./fields"
import { PayloadReader } from "./payload-reader"
import { maskIbans } from "./redact"
import { readSessionStatus, type SessionStatus } from "./schemas"

/** The events that CatalystPay sends (/reference/webhook-events). None tells of a decline or of an expired session. */
export const WEBHOOK_EVENT_TYPES = [
  "order.created",
  "order.imported",
  "transaction.created",
  "transaction.imported",
  "transaction.status_changed",
  "chargeback.created",
  "chargeback.imported",
  "subscription.created",
  "subscription.imported",
  "subscription.status_changed",
  "payment_session.completed",
] as const
export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number]

/**
 * What a webhook says, whatever mapping its endpoint has at CatalystPay. Everything that the mapping leaves out is
 * null. It is a claim of whoever holds the signing secret, not proof: ask the API before money moves.
 */
export type WebhookEvent = {
  /** As in the header `X-CatalystPay-Event`. */
  name: string
  type: WebhookEventType | "unknown"
  /** CatalystPay session token. */
  session_token: string | null
  session_status: SessionStatus | null
  order_number: string | null
  order_id: string | null
  /** Upper case, as the documentation lists them. */
  order_status: string | null
  /** CatalystPay's id of the transaction, a UUID. */
  transaction_id: string | null
  /** Lower case, as the documentation lists them. */
  transaction_status: string | null
  /** Lower case, e.g. "sdd_sale", "sdd_refund". */
  transaction_type: string | null
  merchant_transaction_id: string | null
  /** The reference that was given to `/pay/`. */
  tenant_reference_id: string | null
  /** Decimal string in major units, e.g. "29.99". */
  amount: string | null
  /** ISO 4217, upper case. */
  currency: string | null
  email: string | null
  /** ISO 20022 reason of a return or chargeback, e.g. "MD06". */
  reason_code: string | null
  reason_message: string | null
  iban_last4: string | null
  livemode: boolean | null
}

export type WebhookField = Exclude<keyof WebhookEvent, "name" | "type">

/** Where a field is looked for, in this order, when the merchant's map does not name its place. */
const PLACES: Record<WebhookField, readonly string[]> = {
  session_token: ["session_token", "payment_session.session_token", "payment_session.token", "session.session_token"],
  session_status: ["session_status", "payment_session.status", "session.status"],
  order_number: ["order_number", "order.order_number"],
  order_id: ["order_id", "order.id"],
  order_status: ["order_status", "order.status"],
  transaction_id: ["transaction.id", "transaction_id"],
  transaction_status: ["transaction_status", "transaction.status"],
  transaction_type: ["transaction_type", "transaction.type"],
  merchant_transaction_id: [
    "merchant_transaction_id",
    "transaction.merchant_transaction_id",
    "chargeback.merchant_transaction_id",
  ],
  tenant_reference_id: [
    "tenant_reference_id",
    "transaction.tenant_reference_id",
    "chargeback.tenant_reference_id",
    "payment_session.tenant_reference_id",
  ],
  amount: ["amount", "chargeback.amount", "transaction.amount", "payment_session.amount", "order.total_amount"],
  currency: ["currency", "chargeback.currency", "transaction.currency", "payment_session.currency", "order.currency"],
  email: ["email", "lead.email", "customer_email", "customer_email_csv"],
  reason_code: ["reason_code", "chargeback.reason_code", "transaction.reason_code"],
  reason_message: ["reason_message", "chargeback.reason_message", "transaction.reason_message"],
  iban_last4: [
    "iban_last4",
    "payment_method.iban_last4",
    "iban",
    "lead.iban",
    "transaction.iban",
    "chargeback.iban",
    "payment_method.iban",
  ],
  livemode: ["livemode", "payment_session.livemode"],
}

const isField = (key: string): key is WebhookField => Object.hasOwn(PLACES, key)

/** The fields of an event that the payload fills, which are the names that a `fieldMap` may give a place to. */
export const WEBHOOK_FIELDS: readonly WebhookField[] = Object.keys(PLACES).filter(isField)

/** Names that are clear only from what the event is about: a flat "status" is an order's in `order.created`. */
const PLACES_BY_SUBJECT: Record<string, Partial<Record<WebhookField, readonly string[]>>> = {
  payment_session: { session_status: ["status"] },
  order: { order_id: ["id"], order_status: ["status"], amount: ["total_amount"] },
  // Transactions carry the processor's own id as "transaction_id" next to CatalystPay's "id" (reconciliation fields).
  transaction: { transaction_id: ["transaction.id", "id"], transaction_status: ["status"], transaction_type: ["type"] },
}

/**
 * Reads a webhook's payload: flat keys, dotted keys ("order.id") and nested objects alike, in other cases too
 * ("OrderNumber"). Nulls and blank texts are absent, and so is what two such spellings say differently.
 *
 * @param eventName - the header `X-CatalystPay-Event`; the payload does not name its event
 * @param payload - the parsed JSON, or the query parameters of the delivery method URL_PARAMS
 * @param fieldMap - for endpoints with names of their own: field of the event -> key in the payload, dots for nested
 *   ones, e.g. `{ session_token: "checkout", amount: "totals.gross" }`. It goes before the usual places.
 */
export function parseWebhookEvent(
  eventName: string,
  payload: unknown,
  fieldMap: Record<string, string> = {},
): WebhookEvent {
  const name = eventName.trim()
  const subject = name.slice(0, Math.max(name.indexOf("."), 0)).toLowerCase()
  const bySubject = Object.hasOwn(PLACES_BY_SUBJECT, subject) ? PLACES_BY_SUBJECT[subject] : undefined
  const reader = new PayloadReader(payload)
  const read = (field: WebhookField) => {
    const mapped = Object.hasOwn(fieldMap, field) ? fieldMap[field] : undefined
    return reader.find(mapped ? [mapped] : [], [...(bySubject?.[field] ?? []), ...PLACES[field]])
  }
  const text = (field: WebhookField) => toText(read(field))
  const prose = (field: WebhookField) => mapText(text(field), maskIbans)
  return {
    name,
    type: oneOf(WEBHOOK_EVENT_TYPES, "unknown", name),
    session_token: text("session_token"),
    session_status: mapText(text("session_status"), readSessionStatus),
    order_number: text("order_number"),
    order_id: text("order_id"),
    order_status: mapText(text("order_status"), (status) => status.toUpperCase()),
    transaction_id: text("transaction_id"),
    transaction_status: mapText(text("transaction_status"), (status) => status.toLowerCase()),
    transaction_type: mapText(text("transaction_type"), (type) => type.toLowerCase()),
    merchant_transaction_id: text("merchant_transaction_id"),
    tenant_reference_id: text("tenant_reference_id"),
    amount: toAmount(read("amount")),
    currency: mapText(text("currency"), (currency) => currency.toUpperCase()),
    email: prose("email"),
    reason_code: prose("reason_code"),
    reason_message: prose("reason_message"),
    iban_last4: toLast4(read("iban_last4")),
    livemode: toFlag(read("livemode")),
  }
}

function mapText<Value>(text: string | null, map: (text: string) => Value): Value | null {
  return text === null ? null : map(text)
}

/** Query parameters, and Python's way of writing booleans, come as words. */
function toFlag(value: unknown): boolean | null {
  const word = typeof value === "string" ? value.trim().toLowerCase() : value
  return word === true || word === "true" ? true : word === false || word === "false" ? false : null
}
