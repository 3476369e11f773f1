import { z } from "zod"
import { amount, count, currency, date, last4, oneOf, prose, text } from "./fields"
import type { Listing } from "./reconciliation"
import {
  chargebacksQuerySchema,
  subscriptionsQuerySchema,
  transactionsQuerySchema,
  type ChargebacksQuery,
  type SubscriptionsQuery,
  type TransactionsQuery,
} from "./reconciliation-queries"

/*
 * Rows of the reconciliation API (/reference/reconciliation-fields, whose table of transactions is cut off). They are
 * read as tolerantly as every answer: what is missing or of an unexpected type is null, ids included, because a row
 * that nobody can match is still one that a merchant has to see. Amounts are decimal strings in major units; dates are
 * days or moments, as written. Of an IBAN only the last four characters are kept, whatever was sent.
 */

const TRANSACTION_TYPES = ["sdd_sale", "sdd_refund", "sdd_rebill", "other_type"] as const
const SUBSCRIPTION_STATUSES = [
  "PENDING_ACTIVATION",
  "ACTIVE",
  "PENDING",
  "PAST_DUE",
  "PAUSED",
  "CANCELLED",
  "EXPIRED",
  "CHARGEDBACK",
  "FAILED",
] as const

/** Type of a transaction (/reference/adapter-config); unseen ones are "unknown". */
export type TransactionType = (typeof TRANSACTION_TYPES)[number] | "unknown"
/** Status of a subscription (/reference/status-lifecycles); unseen ones are "UNKNOWN". */
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number] | "UNKNOWN"

const money = {
  /** Major units, e.g. "29.99"; null when it could not be read. */
  amount,
  currency,
}
/** What a row says of the debtor's account, beside its IBAN. */
const account = { bic: text, iban: last4 }
const ids = {
  id: text,
  /** The processor's name for it. */
  adapter_unique_id: text,
  merchant_transaction_id: text,
  /** Ours, as given to `pay`; null for rebills and imports. */
  tenant_reference_id: text,
  /** In chargebacks CatalystPay's transaction; among transactions the processor's own id. Neither is certain. */
  transaction_id: text,
  payment_gateway_id: text,
  lead_id: text,
}

const transactionRow = z
  .object({
    ...ids,
    ...money,
    ...account,
    status: text,
    type: text,
    date_processed: date,
    created_at: date,
    order_number: text,
    mandate_reference: text,
    customer_email_csv: text,
  })
  .transform(({ iban, status, type, ...rest }) => ({
    ...rest,
    iban_last4: iban,
    // No page lists the statuses of transactions, so none is unknown: "approved" and "declined" are those seen.
    status: status?.toLowerCase() ?? null,
    raw_status: status,
    type: oneOf(TRANSACTION_TYPES, "unknown", type),
    raw_type: type,
  }))
export type TransactionRow = z.output<typeof transactionRow>

const chargebackRow = z
  .object({
    ...ids,
    ...money,
    ...account,
    status: text,
    type: text,
    report_date: date,
    transaction_date: date,
    /** The bank's reason of the R-transaction, e.g. MD06. */
    reason_code: text,
    reason_message: prose,
    arn: text,
    /** What the bank charges for it; major units. */
    cb_bank_fee: amount,
  })
  .transform(({ iban, status, type, ...rest }) => ({
    ...rest,
    iban_last4: iban,
    // Only "charged_back" and "chargeback" were ever seen, and no page lists others.
    status: status?.toLowerCase() ?? null,
    raw_status: status,
    type: type?.toLowerCase() ?? null,
    raw_type: type,
  }))
export type ChargebackRow = z.output<typeof chargebackRow>

const subscriptionRow = z
  .object({
    id: text,
    status: text,
    /** Major units, per period. */
    billing_amount: amount,
    currency,
    billing_frequency: text,
    start_date: date,
    next_billing_date: date,
    last_billing_date: date,
    cancelled_at: date,
    trial_end_date: date,
    billing_anchor_date: date,
    successful_billing_count: count,
    failed_billing_count: count,
    /** Major units. */
    total_revenue: amount,
    order_id: text,
    lead_id: text,
    offer_id: text,
    payment_gateway_id: text,
    created_at: date,
    updated_at: date,
  })
  .transform(({ status, ...rest }) => ({
    ...rest,
    status: oneOf(SUBSCRIPTION_STATUSES, "UNKNOWN", status),
    raw_status: status,
  }))
export type SubscriptionRow = z.output<typeof subscriptionRow>

/** A page as it comes. `next` may be left out at the end; one that can't be read must not pass for the end. */
function pageOf<Row>(row: z.ZodType<Row>) {
  return z.object({ results: z.array(row), next: z.string().min(1).nullish() })
}

export const TRANSACTIONS: Listing<TransactionsQuery, TransactionRow> = {
  operation: "list_transactions",
  query: transactionsQuerySchema,
  page: pageOf(transactionRow),
}
export const CHARGEBACKS: Listing<ChargebacksQuery, ChargebackRow> = {
  operation: "list_chargebacks",
  query: chargebacksQuerySchema,
  page: pageOf(chargebackRow),
}
export const SUBSCRIPTIONS: Listing<SubscriptionsQuery, SubscriptionRow> = {
  operation: "list_subscriptions",
  query: subscriptionsQuerySchema,
  page: pageOf(subscriptionRow),
}
