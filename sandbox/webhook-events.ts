/** The API's eleven events (/reference/webhook-events). None tells of a decline by itself or of an expired session. */
export const WEBHOOK_EVENTS = [
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

export type WebhookEventName = (typeof WEBHOOK_EVENTS)[number]

/** Body of an event as output key -> variable, e.g. `{ ref: "tenant_reference_id" }`; see `webhook-variables.ts`. */
export type WebhookMapping = Readonly<Record<string, string>>

const TRANSACTION: WebhookMapping = {
  transaction_id: "transaction.id",
  merchant_transaction_id: "transaction.merchant_transaction_id",
  status: "transaction.status",
  type: "transaction.type",
  amount: "transaction.amount",
  currency: "transaction.currency",
  created_at: "transaction.created_at",
  tenant_reference_id: "tenant_reference_id",
  session_token: "payment_session.session_token",
  order_number: "order.order_number",
  email: "lead.email",
  iban: "lead.iban",
}

const ORDER: WebhookMapping = {
  order_id: "order.id",
  order_number: "order.order_number",
  status: "order.status",
  amount: "order.total_amount",
  currency: "order.currency",
  created_at: "order.created_at",
  email: "lead.email",
  full_name: "lead.full_name",
  campaign_id: "campaign.id",
}

const CHARGEBACK: WebhookMapping = {
  chargeback_id: "chargeback.id",
  transaction_id: "transaction.id",
  merchant_transaction_id: "transaction.merchant_transaction_id",
  status: "chargeback.status",
  type: "chargeback.type",
  amount: "chargeback.amount",
  currency: "chargeback.currency",
  reason_code: "chargeback.reason_code",
  reason_message: "chargeback.reason_message",
  report_date: "chargeback.report_date",
  tenant_reference_id: "tenant_reference_id",
  session_token: "payment_session.session_token",
  order_number: "order.order_number",
  email: "lead.email",
  iban: "lead.iban",
}

const SUBSCRIPTION: WebhookMapping = {
  subscription_id: "subscription.id",
  status: "subscription.status",
  billing_amount: "subscription.billing_amount",
  currency: "subscription.currency",
  billing_frequency: "subscription.billing_frequency",
  start_date: "subscription.start_date",
  next_billing_date: "subscription.next_billing_date",
  order_id: "order.id",
  order_number: "order.order_number",
  session_token: "payment_session.session_token",
  email: "lead.email",
}

/**
 * That of `payment_session.completed` is the guide's sample body with the reference added. The documentation shows no
 * body of the others, so theirs are ours: made from documented variables as far as those are known.
 */
export const DEFAULT_MAPPINGS: Readonly<Record<WebhookEventName, WebhookMapping>> = {
  "order.created": ORDER,
  "order.imported": ORDER,
  "transaction.created": TRANSACTION,
  "transaction.imported": TRANSACTION,
  "transaction.status_changed": { ...TRANSACTION, reason_code: "transaction.reason_code" },
  "chargeback.created": CHARGEBACK,
  "chargeback.imported": CHARGEBACK,
  "subscription.created": SUBSCRIPTION,
  "subscription.imported": SUBSCRIPTION,
  "subscription.status_changed": SUBSCRIPTION,
  "payment_session.completed": {
    session_token: "payment_session.session_token",
    status: "payment_session.status",
    order_number: "order.order_number",
    amount: "order.total_amount",
    currency: "order.currency",
    email: "lead.email",
    tenant_reference_id: "tenant_reference_id",
  },
}
