import type { CollectMode } from "./collect-mode"
import type { DebitOrigin, DebitStatus } from "../debit-state"

/** The answer of the last `/iban-validate/` of a session, so that it is asked once per session and IBAN. */
export interface IbanCheck {
  fingerprint: string
  valid: boolean
  bank_name: string | null
  bic: string | null
}

/** A row of the ledger. Amounts are decimal strings in major units. */
export interface DebitRecord {
  id: string
  account: string
  status: DebitStatus
  origin: DebitOrigin
  collect: CollectMode
  payment_session_id: string
  payment_collection_id: string
  cart_id: string | null
  order_id: string | null
  customer_id: string | null
  email: string
  amount: string
  currency_code: string
  session_token: string
  payment_url: string | null
  verification_url: string | null
  verification_id: string | null
  verification_returned_at: Date | null
  verification_started_at: Date | null
  attempt: number
  reference: string | null
  sealed_iban: string | null
  sealed_at: Date | null
  iban_check: IbanCheck | null
  iban_last4: string | null
  iban_country: string | null
  bank_name: string | null
  bic: string | null
  transaction_id: string | null
  merchant_transaction_id: string | null
  gateway_reference: string | null
  order_number: string | null
  adapter_name: string | null
  gateway_name: string | null
  descriptor: string | null
  livemode: boolean | null
  test_mode: boolean | null
  error_code: string | null
  error_gateway_code: string | null
  error_gateway_message: string | null
  retry_allowed: boolean | null
  /** How many more bank accounts CatalystPay's page takes; null where it did not say, and of debits that are not hosted. */
  attempts_remaining: number | null
  /** Since when it waits for its turn at the gateway. */
  queued_at: Date | null
  submitted_at: Date | null
  /** The one repeat of `/pay/` for the current attempt. */
  repeated_at: Date | null
  next_check_at: Date | null
  checks: number
  approved_at: Date | null
  /** When a signed webhook or the reconciliation confirmed the approval. */
  confirmed_at: Date | null
  captured_amount: string
  captured_at: Date | null
  refund_due_amount: string
  refunded_amount: string
  charged_back_amount: string
  settled_at: Date | null
  returned_at: Date | null
  orphaned_at: Date | null
  /** Since when only evidence of it is kept, because its person asked to be forgotten. */
  forgotten_at: Date | null
  /** Since when nothing personal is kept of it. */
  erased_at: Date | null
  created_at: Date
  updated_at: Date
}

/** The evidence of one acceptance. */
export interface MandateRecord {
  id: string
  debit_id: string
  attempt: number
  accepted_at: Date
  ip_address: string | null
  user_agent: string | null
  locale: string
  text: string
  text_version: string
  text_hash: string
  holder_name: string
  iban_last4: string
  iban_country: string
  bic: string | null
  creditor_name: string
  creditor_identifier: string
  reference: string | null
  sequence_type: string | null
}

export type NewMandate = Omit<MandateRecord, "id">

/** What may change with a transition; status, amounts and identity are not among it. */
export type DebitPatch = Partial<
  Omit<
    DebitRecord,
    | "id"
    | "account"
    | "status"
    | "collect"
    | "amount"
    | "currency_code"
    | "captured_amount"
    | "refund_due_amount"
    | "refunded_amount"
    | "charged_back_amount"
    | "created_at"
    | "updated_at"
  >
>

/** Who said so. */
export type EventSource = "api" | "webhook" | "reconciliation" | "store" | "medusa" | "merchant"

export interface NewDebitEvent {
  type: string
  source: EventSource
  /** Nothing personal, no token. */
  details?: Record<string, string | number | boolean | null>
}

/** Money facts: sums of what was learned, never overwritten by less. */
export type AmountField = "captured_amount" | "refund_due_amount" | "refunded_amount" | "charged_back_amount"
