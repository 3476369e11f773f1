import type { DeclineCode } from "../../../modules/catalystpay/texts/types"
import type { DebitState } from "../../../modules/catalystpay/debit-state"
import type { ChargebackKind } from "../../../modules/catalystpay/money/money-facts"
import type { AnotherAttempt } from "../../../modules/catalystpay/money/reason-codes"

/** Kinds of events that have words of their own; others are shown by their name. */
export type EventName =
  | "opened"
  | "adopted"
  | "bank_account_attached"
  | "queued"
  | "submission_started"
  | "submission_not_accepted"
  | "found_on_page"
  | "left_on_page"
  | "page_transaction_named"
  | "verification_required"
  | "verification_returned"
  | "approved"
  | "declined"
  | "failed"
  | "cancelled"
  | "superseded"
  | "seal_expired"
  | "paid_externally"
  | "submission_repeated"
  | "rebilled"
  | "captured"
  | "settled"
  | "returned"
  | "charged_back"
  | "refund_confirmed"
  | "refund_unasked"
  | "refund_due"
  | "refund_withdrawn"
  | "orphaned"
  | "order_found"
  | "forgotten"
  | "erased"
  | "amount_mismatch"
  | "livemode_mismatch"
  | "webhook"

/** What is said of a debit, and what several places of the dashboard say. */
export interface DebitTexts {
  title: string
  copy: string
  failed_to_load: string
  try_again: string
  show_details: string
  hide_details: string
  show_more_one: string
  show_more_other: string
  show_less: string
  states: Record<DebitState, string>
  /** What the state means, for somebody who does not know direct debits. */
  state_help: Record<DebitState, string>
  /** What differs where CatalystPay's page takes bank account and mandate. */
  hosted: { opened: string; submitting: string; mandate: string }
  badges: {
    test_mode: string
    test_mode_help: string
    not_live: string
    not_live_help: string
    subscription: string
    subscription_help: string
  }
  notices: { refund_due: string; orphaned: string }
  /** What became of the debit's amount. */
  amounts: { captured: string; refund_due: string; refunded: string; charged_back: string }
  fields: {
    iban: string
    bank: string
    bic: string
    holder: string
    mandate_reference: string
    sequence_type: string
    creditor_name: string
    creditor_identifier: string
    accepted_at: string
    /** In which language the mandate was accepted, and which wording of it. */
    wording: string
    transaction_id: string
    merchant_transaction_id: string
    gateway_reference: string
    order_number: string
    attempt_reference: string
    gateway: string
    descriptor: string
    bank_fee: string
    acquirer_reference: string
  }
  sections: {
    bank_account: string
    mandate: string
    transaction: string
    attempts: string
    timeline: string
    refunds: string
    chargebacks: string
  }
  wording: string
  printable_evidence: string
  refunds: {
    due: string
    partly: string
    confirmed: string
    due_since: string
    confirmed_at: string
    confirmed_part: string
    /** It counts as paid out by the merchant's word. */
    marked_done: string
    note: string
    /** The debtor could still charge it back: the money may leave twice. */
    inside_window: string
    /** What CatalystPay paid out and nobody had asked for in Medusa. */
    unasked: string
  }
  chargebacks: {
    kinds: Record<ChargebackKind, string>
    bank_says: string
    reported_at: string
    booked: string
    another_attempt: Record<AnotherAttempt, string>
  }
  sequence_types: { FRST: string; RCUR: string; OOFF: string; FNAL: string }
  attempt: string
  declines: Record<DeclineCode, string>
  events: Record<EventName, string>
  /** Set before an event that was recorded and changed nothing. */
  refused: string
  sources: { api: string; webhook: string; reconciliation: string; store: string; medusa: string; merchant: string }
}
