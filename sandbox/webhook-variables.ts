import type { JsonValue } from "./canonical-json"
import { CAMPAIGN_NAME, DEFAULT_OFFER } from "./defaults"
import { GATEWAY_NAME } from "./envelope"
import type { Ledger, Subject } from "./ledger"
import { chargebackRecord, subscriptionRecord, transactionRecord } from "./ledger-records"

/** Dotted name -> value. Those of `order.created` are documented (contract, section 9.3), the other lists are not. */
export type Variables = Readonly<Record<string, JsonValue>>

/** @param iban the whole IBAN, where the switch `webhook-iban` asks for it; otherwise null, and it is masked */
export function webhookVariables(subject: Subject, ledger: Ledger, iban: string | null): Variables {
  const { session, attempt } = subject.transaction
  const { lead } = session
  return {
    "payment_session.session_token": session.token,
    "payment_session.status": session.status,
    ...transactionVariables(subject, ledger),
    ...chargebackVariables(subject),
    ...subscriptionVariables(subject),
    "order.id": attempt.order_id,
    "order.order_number": attempt.order_number,
    "order.total_amount": session.amount,
    "order.currency": session.currency,
    "order.status": ledger.orderStatus(attempt),
    "order.created_at": attempt.created_at.toISOString(),
    "lead.id": lead.id,
    "lead.email": lead.email,
    "lead.full_name": `${lead.first_name} ${lead.last_name}`,
    "lead.phone": lead.phone,
    "lead.iban": iban ?? attempt.account.iban_masked,
    ...(session.campaign_id === null ? {} : campaignVariables(session.campaign_id)),
    "payment_gateway.id": session.gateway_id,
    "payment_gateway.name": GATEWAY_NAME,
  }
}

function transactionVariables({ transaction }: Subject, ledger: Ledger): Variables {
  const record = transactionRecord(transaction, ledger)
  return {
    tenant_reference_id: record.tenant_reference_id,
    "transaction.id": record.id,
    "transaction.merchant_transaction_id": record.merchant_transaction_id,
    "transaction.gateway_reference": record.gateway_reference,
    "transaction.status": record.status,
    "transaction.type": record.type,
    "transaction.amount": record.amount,
    "transaction.currency": record.currency,
    "transaction.sequence_type": record.type === "sdd_rebill" ? "RCUR" : "FRST",
    "transaction.created_at": record.created_at,
    "transaction.date_processed": record.processed_at,
    "transaction.error_code": record.error_code,
    "transaction.gateway_code": record.reason_code,
    "transaction.reason_code": record.reason_code,
    "transaction.reason_message": transaction.error?.message ?? null,
  }
}

function chargebackVariables({ chargeback }: Subject): Variables {
  if (!chargeback) {
    return {}
  }
  const record = chargebackRecord(chargeback)
  return {
    "chargeback.id": record.id,
    "chargeback.status": record.status,
    "chargeback.type": "chargeback",
    "chargeback.amount": record.amount,
    "chargeback.currency": record.currency,
    "chargeback.reason_code": record.reason_code,
    "chargeback.reason_message": record.reason_message,
    "chargeback.report_date": record.created_at,
    "chargeback.arn": chargeback.arn,
  }
}

function subscriptionVariables({ subscription }: Subject): Variables {
  if (!subscription) {
    return {}
  }
  const { session_token: _token, ...record } = subscriptionRecord(subscription)
  return Object.fromEntries(Object.entries(record).map(([field, value]) => [`subscription.${field}`, value]))
}

function campaignVariables(id: string): Variables {
  return {
    "campaign.id": id,
    "campaign.name": CAMPAIGN_NAME,
    "offer.id": DEFAULT_OFFER.id,
    "offer.name": DEFAULT_OFFER.name,
    "offer.price": DEFAULT_OFFER.amount,
    "product.name": DEFAULT_OFFER.product_name,
  }
}
