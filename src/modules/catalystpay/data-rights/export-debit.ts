import { maskIbansDeep, parseWebhookEvent } from "../../../gateway"
import type { MandateRecord } from "../debits/debit-record"
import { deriveState, type DebitState } from "../debit-state"
import type { ViewedEvent } from "../debits/event-view"
import type { DeliveryView } from "../webhooks/inbox"
import { toDecimal } from "../money/money"
import { chargebackView, receiptView, refundView, type ChargebackView, type RefundReceiptView, type RefundView } from "../money/money-view"
import type { Settings } from "../options"
import { toProblemView, type ProblemView } from "../problems/problem-view"
import { fieldMapOf } from "./deliveries"
import type { RowsOfDebit } from "./export"
import { isForgotten } from "./pseudonym"
import { withoutSecrets } from "./webhook-remains"

/** A debit as its debtor reads it. Amounts are decimal strings in major units, times are ISO 8601. */
export interface DebitOfCustomer {
  debit_id: string
  state: DebitState
  amount: string
  currency: string
  collected_amount: string
  refund_due_amount: string
  refunded_amount: string
  charged_back_amount: string
  /** Null when it was pseudonymised or erased at the person's request. */
  email: string | null
  customer_id: string | null
  cart_id: string | null
  order_id: string | null
  /** Of an IBAN nothing else is kept in the clear. */
  bank_account: { country: string | null; last_four_digits: string | null; bank_name: string | null; bic: string | null }
  /** Whether an IBAN lies sealed until it is submitted; it is in no export. */
  holds_sealed_iban: boolean
  /** What the bank of the last IBAN that was checked was said to be. */
  iban_check: { valid: boolean; bank_name: string | null; bic: string | null } | null
  decline: { code: string; gateway_code: string | null; gateway_message: string | null } | null
  references: {
    reference: string | null
    transaction_id: string | null
    merchant_transaction_id: string | null
    gateway_reference: string | null
    catalystpay_order_number: string | null
    descriptor: string | null
  }
  opened_at: string
  submitted_at: string | null
  approved_at: string | null
  collected_at: string | null
  settled_at: string | null
  returned_at: string | null
  /** Since when only evidence is kept. */
  forgotten_at: string | null
  mandates: MandateOfCustomer[]
  chargebacks: ChargebackView[]
  refunds: RefundView[]
  refund_receipts: RefundReceiptView[]
  timeline: { at: string; what: string; told_by: string; attempt: number; details: unknown }[]
  problems: ProblemView[]
  webhooks: WebhookOfCustomer[]
}

/** What the debtor agreed to, when, and from where. */
export interface MandateOfCustomer {
  attempt: number
  accepted_at: string
  ip_address: string | null
  user_agent: string | null
  language: string
  text: string
  text_version: string
  account_holder: string
  account_country: string
  account_last_four_digits: string
  bic: string | null
  creditor_name: string
  creditor_identifier: string
  mandate_reference: string | null
  sequence_type: string | null
}

export interface WebhookOfCustomer {
  event: string
  received_at: string
  outcome: string | null
  /** As CatalystPay sent it, without session tokens; full IBANs are masked. */
  payload: unknown
}

/** Pure: what is held of one debit. */
export function debitOf({ debit, mandates, events, money, problems, deliveries }: RowsOfDebit, settings: Settings): DebitOfCustomer {
  const amount = (value: string): string => toDecimal(value, debit.currency_code)
  const { iban_check, error_code } = debit
  return {
    debit_id: debit.id,
    state: deriveState(debit),
    amount: amount(debit.amount),
    currency: debit.currency_code.toUpperCase(),
    collected_amount: amount(debit.captured_amount),
    refund_due_amount: amount(debit.refund_due_amount),
    refunded_amount: amount(debit.refunded_amount),
    charged_back_amount: amount(debit.charged_back_amount),
    email: isForgotten(debit.email) ? null : debit.email,
    customer_id: debit.customer_id,
    cart_id: debit.cart_id,
    order_id: debit.order_id,
    bank_account: {
      country: debit.iban_country,
      last_four_digits: debit.iban_last4,
      bank_name: debit.bank_name,
      bic: debit.bic,
    },
    holds_sealed_iban: debit.sealed_iban !== null,
    iban_check: iban_check && { valid: iban_check.valid, bank_name: iban_check.bank_name, bic: iban_check.bic },
    decline:
      error_code === null
        ? null
        : { code: error_code, gateway_code: debit.error_gateway_code, gateway_message: debit.error_gateway_message },
    references: {
      reference: debit.reference,
      transaction_id: debit.transaction_id,
      merchant_transaction_id: debit.merchant_transaction_id,
      gateway_reference: debit.gateway_reference,
      catalystpay_order_number: debit.order_number,
      descriptor: debit.descriptor,
    },
    opened_at: debit.created_at.toISOString(),
    submitted_at: isoTime(debit.submitted_at),
    approved_at: isoTime(debit.approved_at),
    collected_at: isoTime(debit.captured_at),
    settled_at: isoTime(debit.settled_at),
    returned_at: isoTime(debit.returned_at),
    forgotten_at: isoTime(debit.forgotten_at),
    mandates: mandates.map(mandateOf),
    chargebacks: money.chargebacks.map(chargebackView),
    refunds: money.refunds.map(refundView),
    refund_receipts: money.receipts.map(receiptView),
    timeline: events.map(eventOf),
    problems: problems.map(toProblemView),
    webhooks: deliveries.map((delivery) => webhookOf(delivery, settings, debit.session_token)),
  }
}

/** Pure: a webhook without session tokens. @param token the one of the debit that it is about */
export function webhookOf(delivery: DeliveryView, settings: Settings, token?: string): WebhookOfCustomer {
  const { account, event_name, outcome, created_at } = delivery
  const payload = maskIbansDeep(delivery.payload)
  const { session_token } = parseWebhookEvent(event_name, payload, fieldMapOf(settings, account))
  const secrets = [token, session_token].filter((secret) => !!secret).map(String)
  return { event: event_name, received_at: new Date(created_at).toISOString(), outcome, payload: withoutSecrets(payload, secrets) }
}

function mandateOf(mandate: MandateRecord): MandateOfCustomer {
  return {
    attempt: mandate.attempt,
    accepted_at: new Date(mandate.accepted_at).toISOString(),
    ip_address: mandate.ip_address,
    user_agent: mandate.user_agent,
    language: mandate.locale,
    text: mandate.text,
    text_version: mandate.text_version,
    account_holder: mandate.holder_name,
    account_country: mandate.iban_country,
    account_last_four_digits: mandate.iban_last4,
    bic: mandate.bic,
    creditor_name: mandate.creditor_name,
    creditor_identifier: mandate.creditor_identifier,
    mandate_reference: mandate.reference,
    sequence_type: mandate.sequence_type,
  }
}

function eventOf({ created_at, type, source, attempt, details }: ViewedEvent): DebitOfCustomer["timeline"][number] {
  return { at: new Date(created_at).toISOString(), what: type, told_by: source, attempt, details }
}

function isoTime(time: Date | null): string | null {
  return time?.toISOString() ?? null
}
