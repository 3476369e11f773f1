import { mandateReference } from "./envelope"
import type { Chargeback, Ledger, Subscription, Transaction } from "./ledger"
import { subscriptionRecord } from "./ledger-records"
import { toDecimal } from "./money"
import { meaningOf } from "./reason-codes"
import type { Reconciled } from "./reconciliation-query"
import type { Switches } from "./switches"

export type Columns = Record<string, string | number | null>

/** A row with the place that it has by its date. */
export type Row = { at: number; id: string; columns: Columns }

const ADAPTER_CODES = { "Emerchantpay Genesis": "EMP", "Vendo Services": "VENDO" } as const

/** Every row of a kind, in no order. */
export function reconciliationRows(kind: Reconciled, ledger: Ledger, switches: Switches): Row[] {
  const amount = (minor: number) => {
    const text = toDecimal(minor)
    return switches["reconciliation-amounts"] === "number" ? Number(text) : text
  }
  const shown = ({ processed_at }: Transaction) =>
    processed_at !== null || switches["reconciliation-unprocessed"] === "shown"
  const row = (at: Date, id: string, columns: Columns): Row => ({ at: at.getTime(), id, columns })

  switch (kind) {
    case "transactions":
      return ledger.transactions
        .filter(shown)
        .map((item) => row(item.processed_at ?? item.created_at, item.id, transactionColumns(item, amount)))
    case "chargebacks":
      return ledger.chargebacks.map((item) => row(item.created_at, item.id, chargebackColumns(item, amount, switches)))
    case "subscriptions":
      return ledger.subscriptions.map((item) =>
        row(item.created_at, item.id, subscriptionColumns(item, amount, switches)),
      )
  }
}

type Amount = (minor: number) => string | number

function transactionColumns(transaction: Transaction, amount: Amount): Columns {
  const { attempt, session } = transaction
  return {
    id: transaction.id,
    adapter_unique_id: adapterUniqueId(transaction),
    merchant_transaction_id: transaction.merchant_transaction_id,
    transaction_id: transaction.gateway_reference,
    tenant_reference_id: transaction.reference,
    status: transaction.status,
    type: transaction.type,
    amount: amount(transaction.amount),
    currency: session.currency,
    date_processed: transaction.processed_at?.toISOString() ?? null,
    iban: attempt.account.iban_masked,
    bic: attempt.account.bic,
    customer_email_csv: session.lead.email,
    customer_name_csv: attempt.account.holder_name,
    mandate_reference: mandateReference(attempt),
    lead_id: session.lead.id,
    payment_gateway_id: session.gateway_id,
    created_at: transaction.created_at.toISOString(),
  }
}

function chargebackColumns(chargeback: Chargeback, amount: Amount, switches: Switches): Columns {
  const { transaction } = chargeback
  const { attempt, session } = transaction
  const ids = { catalystpay: transaction.id, processor: transaction.gateway_reference }
  return {
    id: chargeback.id,
    adapter_unique_id: `${adapterUniqueId(transaction)}-CB-${chargeback.id.slice(0, 8)}`,
    merchant_transaction_id: transaction.merchant_transaction_id,
    tenant_reference_id: transaction.reference,
    status: "charged_back",
    type: "chargeback",
    amount: amount(chargeback.amount),
    currency: session.currency,
    report_date: chargeback.created_at.toISOString(),
    transaction_date: transaction.processed_at?.toISOString() ?? null,
    reason_code: chargeback.reason_code,
    reason_message: meaningOf(chargeback.reason_code),
    iban: attempt.account.iban_masked,
    bic: attempt.account.bic,
    arn: chargeback.arn,
    cb_bank_fee: amount(2500),
    transaction_id: ids[switches["chargeback-transaction"]],
    lead_id: session.lead.id,
    payment_gateway_id: session.gateway_id,
  }
}

function subscriptionColumns(subscription: Subscription, amount: Amount, switches: Switches): Columns {
  const { session_token: _token, ...record } = subscriptionRecord(subscription)
  const day = (text: string | null) =>
    text !== null && switches["subscription-dates"] === "datetime" ? `${text}T00:00:00Z` : text
  return {
    ...record,
    billing_amount: amount(subscription.billing_amount),
    start_date: day(record.start_date),
    next_billing_date: day(record.next_billing_date),
    last_billing_date: day(record.last_billing_date),
    trial_end_date: day(record.trial_end_date),
    billing_anchor_date: day(record.billing_anchor_date),
    total_revenue: amount(subscription.total_revenue),
  }
}

function adapterUniqueId({ attempt, gateway_reference }: Transaction): string {
  return `${ADAPTER_CODES[attempt.adapter]}-${gateway_reference}`
}
