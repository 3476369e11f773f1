import type { JsonValue } from "./canonical-json"
import { GATEWAY_NAME } from "./envelope"
import { orderStatus } from "./model"
import type { Attempt, Session } from "./model"

/** Dotted name -> value. Those of `order.created` are documented (contract, section 9.3), the other lists are not. */
export type Variables = Readonly<Record<string, JsonValue>>

/** @param iban the whole IBAN, where the switch `webhook-iban` asks for it; otherwise null, and it is masked */
export function webhookVariables(session: Session, attempt: Attempt, iban: string | null): Variables {
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
    "lead.iban": iban ?? attempt.account.iban_masked,
    "campaign.id": session.campaign_id,
    "payment_gateway.id": session.gateway_id,
    "payment_gateway.name": GATEWAY_NAME,
  }
}
