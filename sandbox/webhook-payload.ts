import { GATEWAY_NAME } from "./envelope"
import { orderStatus } from "./model"
import type { Attempt, Session } from "./model"
import type { JsonValue } from "./canonical-json"
import type { WebhookEventName } from "./types"

type Mapping = Readonly<Record<string, string>>

/**
 * Output key -> variable. That of `payment_session.completed` is the guide's sample body with the reference added; the
 * documentation shows no body of the other two events, so theirs are ours, made from documented variables.
 */
export const DEFAULT_MAPPINGS: Readonly<Record<WebhookEventName, Mapping>> = {
  "transaction.created": {
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
  },
  "order.created": {
    order_id: "order.id",
    order_number: "order.order_number",
    status: "order.status",
    amount: "order.total_amount",
    currency: "order.currency",
    created_at: "order.created_at",
    email: "lead.email",
    full_name: "lead.full_name",
    campaign_id: "campaign.id",
  },
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

/** The body of an event; a variable that does not exist becomes null. `lead.iban` is masked. */
export function webhookPayload(session: Session, attempt: Attempt, mapping: Mapping): { [key: string]: JsonValue } {
  const values = variables(session, attempt)
  return Object.fromEntries(Object.entries(mapping).map(([key, name]) => [key, values[name] ?? null]))
}

function variables(session: Session, attempt: Attempt): Record<string, JsonValue> {
  const { lead } = session
  return {
    "payment_session.session_token": session.token,
    "payment_session.status": session.status,
    tenant_reference_id: attempt.reference,
    "transaction.id": attempt.id,
    "transaction.merchant_transaction_id": attempt.merchant_transaction_id,
    "transaction.gateway_reference": attempt.gateway_reference,
    "transaction.status": attempt.outcome,
    "transaction.type": "sdd_sale",
    "transaction.amount": session.amount,
    "transaction.currency": session.currency,
    "transaction.created_at": attempt.created_at.toISOString(),
    "transaction.error_code": attempt.error?.code ?? null,
    "transaction.gateway_code": attempt.error?.gateway_code ?? null,
    "order.id": attempt.order_id,
    "order.order_number": attempt.order_number,
    "order.total_amount": session.amount,
    "order.currency": session.currency,
    "order.status": orderStatus(attempt),
    "order.created_at": attempt.created_at.toISOString(),
    "lead.id": lead.id,
    "lead.email": lead.email,
    "lead.full_name": `${lead.first_name} ${lead.last_name}`,
    "lead.phone": lead.phone,
    "lead.iban": attempt.account.iban_masked,
    "campaign.id": session.campaign_id,
    "payment_gateway.id": session.gateway_id,
    "payment_gateway.name": GATEWAY_NAME,
  }
}
