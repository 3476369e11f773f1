import { DEFAULT_OFFER } from "./defaults"
import type { Chargeback, Ledger, Subscription, Transaction } from "./ledger"
import { toDecimal } from "./money"
import type { ChargebackRecord, SubscriptionRecord, TransactionRecord } from "./money-types"
import { meaningOf } from "./reason-codes"

export function transactionRecord(transaction: Transaction, ledger: Ledger): TransactionRecord {
  const { attempt, session, error } = transaction
  return {
    id: transaction.id,
    session_token: session.token,
    type: transaction.type,
    merchant_transaction_id: transaction.merchant_transaction_id,
    gateway_reference: transaction.gateway_reference,
    tenant_reference_id: transaction.reference,
    original_transaction_id: transaction.original?.id ?? null,
    subscription_id: transaction.subscription?.id ?? null,
    status: transaction.status,
    amount: toDecimal(transaction.amount),
    currency: session.currency,
    order_id: attempt.order_id,
    order_number: attempt.order_number,
    order_status: ledger.orderStatus(attempt),
    iban_masked: attempt.account.iban_masked,
    holder_name: attempt.account.holder_name,
    error_code: error?.code ?? null,
    reason_code: error?.gateway_code ?? null,
    created_at: transaction.created_at.toISOString(),
    processed_at: transaction.processed_at?.toISOString() ?? null,
  }
}

export function chargebackRecord({ transaction, ...chargeback }: Chargeback): ChargebackRecord {
  return {
    id: chargeback.id,
    status: "charged_back",
    transaction_id: transaction.id,
    session_token: transaction.session.token,
    tenant_reference_id: transaction.reference,
    order_number: transaction.attempt.order_number,
    amount: toDecimal(chargeback.amount),
    currency: transaction.session.currency,
    reason_code: chargeback.reason_code,
    reason_message: meaningOf(chargeback.reason_code),
    created_at: chargeback.created_at.toISOString(),
  }
}

export function subscriptionRecord(subscription: Subscription): SubscriptionRecord {
  const { session, attempt } = subscription
  return {
    id: subscription.id,
    session_token: session.token,
    status: subscription.status,
    billing_amount: toDecimal(subscription.billing_amount),
    currency: session.currency,
    billing_frequency: session.billing_frequency,
    start_date: subscription.start_date,
    next_billing_date: subscription.next_billing_date,
    last_billing_date: subscription.last_billing_date,
    cancelled_at: null,
    trial_end_date: subscription.trial_end_date,
    billing_anchor_date: subscription.billing_anchor_date,
    successful_billing_count: subscription.successful_billing_count,
    failed_billing_count: subscription.failed_billing_count,
    total_revenue: toDecimal(subscription.total_revenue),
    order_id: attempt.order_id,
    lead_id: session.lead.id,
    offer_id: session.campaign_id === null ? null : DEFAULT_OFFER.id,
    payment_gateway_id: session.gateway_id,
    created_at: subscription.created_at.toISOString(),
    updated_at: subscription.updated_at.toISOString(),
  }
}
