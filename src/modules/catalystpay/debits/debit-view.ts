import type { DebitRecord, MandateRecord } from "./debit-record"
import { attemptViews, maskedIban, type AttemptView } from "./attempt-view"
import type { CollectMode } from "./collect-mode"
import { eventView, type DebitEventView, type ViewedEvent } from "./event-view"
import { deriveState, type DebitState, type DebitStatus } from "../debit-state"
import { toDecimal } from "../money/money"
import type { MoneyBack } from "../money/money-facts"
import {
  chargebackView,
  receiptView,
  refundView,
  type ChargebackView,
  type RefundReceiptView,
  type RefundView,
} from "../money/money-view"

/**
 * The columns that the dashboard's view of a debit is made from. The CatalystPay session token, the sealed IBAN, its
 * check and the e-mail are not among them, so they cannot slip into an answer.
 */
export const VIEWED_COLUMNS = [
  "id",
  "account",
  "status",
  "collect",
  "payment_session_id",
  "payment_collection_id",
  "cart_id",
  "customer_id",
  "amount",
  "currency_code",
  "attempt",
  "reference",
  "iban_last4",
  "iban_country",
  "bank_name",
  "bic",
  "transaction_id",
  "merchant_transaction_id",
  "gateway_reference",
  "order_number",
  "adapter_name",
  "gateway_name",
  "descriptor",
  "livemode",
  "test_mode",
  "error_code",
  "error_gateway_code",
  "error_gateway_message",
  "retry_allowed",
  "submitted_at",
  "approved_at",
  "captured_amount",
  "captured_at",
  "refund_due_amount",
  "refunded_amount",
  "charged_back_amount",
  "settled_at",
  "returned_at",
  "orphaned_at",
  "forgotten_at",
  "created_at",
] as const satisfies readonly (keyof DebitRecord)[]

export type ViewedDebit = Pick<DebitRecord, (typeof VIEWED_COLUMNS)[number]>

export type ViewedMandate = Omit<MandateRecord, "debit_id" | "ip_address" | "user_agent" | "text" | "text_hash">

export interface MandateEvidence {
  /** The unique mandate reference that CatalystPay answered with; null before the submission. */
  reference: string | null
  /** FRST or RCUR. */
  sequence_type: string | null
  creditor_name: string
  creditor_identifier: string
  /** ISO 8601, as every time of a view. */
  accepted_at: string
  locale: string
  text_version: string
}

/**
 * What a debit looks like to the merchant. Amounts are decimal strings in major units with the currency's digits, times
 * are ISO 8601. Made for the dashboard: it names the account's holder, and must not be answered to a shopper.
 */
export interface DebitView {
  id: string
  account: string
  /** The one word for people, derived from `status` and the money's facts. */
  state: DebitState
  /** How far the submission is. */
  status: DebitStatus
  /** Who takes the bank account and the mandate: the store's checkout, or CatalystPay's page (`hosted`). */
  collect: CollectMode
  payment_session_id: string
  payment_collection_id: string
  cart_id: string | null
  /** Medusa's customer, registered or guest. */
  customer_id: string | null
  currency_code: string
  amount: string
  captured_amount: string
  refund_due_amount: string
  refunded_amount: string
  charged_back_amount: string
  /** The account of the current attempt; null before the first. */
  bank_account: {
    /** Country and last four digits only: `DE •••• 3000`. */
    masked_iban: string
    bank_name: string | null
    bic: string | null
    holder_name: string | null
  } | null
  /** The evidence of the current attempt's acceptance. */
  mandate: MandateEvidence | null
  attempts: AttemptView[]
  /** Why the current attempt did not succeed. */
  decline: {
    code: string
    gateway_code: string | null
    gateway_message: string | null
    retry_allowed: boolean | null
  } | null
  transaction_id: string | null
  merchant_transaction_id: string | null
  gateway_reference: string | null
  /** CatalystPay's order number. */
  order_number: string | null
  /** `tenant_reference_id` of the current attempt. */
  reference: string | null
  /** What the debtor reads on the account statement. */
  descriptor: string | null
  gateway_name: string | null
  adapter_name: string | null
  livemode: boolean | null
  test_mode: boolean | null
  created_at: string
  submitted_at: string | null
  approved_at: string | null
  captured_at: string | null
  settled_at: string | null
  returned_at: string | null
  orphaned_at: string | null
  /** Since when the holder and the bank are not shown any more, because the debtor asked to be forgotten. */
  forgotten_at: string | null
  /** What the debtor or the debtor's bank took back. */
  chargebacks: ChargebackView[]
  /** What the merchant owes, or has owed, the debtor. */
  refunds: RefundView[]
  /** What CatalystPay has reported as refunded. */
  refund_receipts: RefundReceiptView[]
  /** Oldest first. */
  events: DebitEventView[]
}

const NOTHING_BACK: MoneyBack = { chargebacks: [], refunds: [], receipts: [] }

/** Makes the merchant's view of a debit. Its parts may come in any order. */
export function toDebitView(
  debit: ViewedDebit,
  mandates: ViewedMandate[],
  events: ViewedEvent[],
  { chargebacks, refunds, receipts }: MoneyBack = NOTHING_BACK,
): DebitView {
  const mandate = mandates.find(({ attempt }) => attempt === debit.attempt) ?? null
  const timeline = inOrder(events, ({ created_at }) => created_at)
  const money = (amount: string): string => toDecimal(amount, debit.currency_code)
  return {
    id: debit.id,
    account: debit.account,
    state: deriveState(debit),
    status: debit.status,
    collect: debit.collect,
    payment_session_id: debit.payment_session_id,
    payment_collection_id: debit.payment_collection_id,
    cart_id: debit.cart_id,
    customer_id: debit.customer_id,
    currency_code: debit.currency_code,
    amount: money(debit.amount),
    captured_amount: money(debit.captured_amount),
    refund_due_amount: money(debit.refund_due_amount),
    refunded_amount: money(debit.refunded_amount),
    charged_back_amount: money(debit.charged_back_amount),
    bank_account: bankAccount(debit, mandate),
    mandate: mandate ? evidence(mandate) : null,
    attempts: attemptViews(debit, debit.forgotten_at ? [] : mandates, timeline),
    decline: decline(debit),
    transaction_id: debit.transaction_id,
    merchant_transaction_id: debit.merchant_transaction_id,
    gateway_reference: debit.gateway_reference,
    order_number: debit.order_number,
    reference: debit.reference,
    descriptor: debit.descriptor,
    gateway_name: debit.gateway_name,
    adapter_name: debit.adapter_name,
    livemode: debit.livemode,
    test_mode: debit.test_mode,
    created_at: debit.created_at.toISOString(),
    submitted_at: isoTime(debit.submitted_at),
    approved_at: isoTime(debit.approved_at),
    captured_at: isoTime(debit.captured_at),
    settled_at: isoTime(debit.settled_at),
    returned_at: isoTime(debit.returned_at),
    orphaned_at: isoTime(debit.orphaned_at),
    forgotten_at: isoTime(debit.forgotten_at),
    chargebacks: inOrder(chargebacks, ({ created_at }) => created_at).map(chargebackView),
    refunds: inOrder(refunds, ({ due_at }) => due_at).map(refundView),
    refund_receipts: inOrder(receipts, ({ processed_at }) => processed_at).map(receiptView),
    events: timeline.map(eventView),
  }
}

/** The oldest first. */
function inOrder<Row>(rows: Row[], momentOf: (row: Row) => Date | null): Row[] {
  return [...rows].sort((one, other) => (momentOf(one)?.getTime() ?? 0) - (momentOf(other)?.getTime() ?? 0))
}

function bankAccount(debit: ViewedDebit, mandate: ViewedMandate | null): DebitView["bank_account"] {
  // What is kept as evidence of somebody who was forgotten is for that alone, and not to be looked at.
  if (!debit.iban_last4 || debit.forgotten_at) {
    return null
  }
  return {
    masked_iban: maskedIban(debit.iban_country, debit.iban_last4),
    bank_name: debit.bank_name,
    bic: debit.bic ?? mandate?.bic ?? null,
    holder_name: mandate?.holder_name ?? null,
  }
}

function evidence(mandate: ViewedMandate): MandateEvidence {
  const { reference, sequence_type, creditor_name, creditor_identifier, locale, text_version } = mandate
  const accepted_at = mandate.accepted_at.toISOString()
  return { reference, sequence_type, creditor_name, creditor_identifier, accepted_at, locale, text_version }
}

function decline(debit: ViewedDebit): DebitView["decline"] {
  if (!debit.error_code) {
    return null
  }
  return {
    code: debit.error_code,
    gateway_code: debit.error_gateway_code,
    gateway_message: debit.error_gateway_message,
    retry_allowed: debit.retry_allowed,
  }
}

function isoTime(time: Date | null): string | null {
  return time?.toISOString() ?? null
}
