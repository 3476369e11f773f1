import type { DeclineCode } from "../client/outcome"
import type { IbanProblem } from "../iban/check"

/** Codes of refusals that a shopper can meet (`code` of the store routes). What has none here is worded as `unexpected`. */
export const SHOPPER_ERRORS = [
  "invalid_request",
  "invalid_iban",
  "iban_not_sepa",
  "invalid_holder_name",
  "mandate_not_accepted",
  "mandate_text_outdated",
  "iban_in_session_data",
  "currency_not_supported",
  "amount_not_payable",
  "lead_incomplete",
  "session_not_found",
  "session_not_payable",
  "collected_by_gateway",
  "payment_in_progress",
  "payment_in_progress_elsewhere",
  "verification_open",
  "lead_conflict",
  "too_many_attempts",
  "gateway_rejected",
  "gateway_unavailable",
  "agreement_busy",
  "order_not_payable",
] as const

export type ShopperErrorCode = (typeof SHOPPER_ERRORS)[number]

/** What the form says while it waits for somebody. */
export type Step = "starting" | "checking" | "paying" | "finding_out" | "confirming" | "giving_up"

/** Everything that the form says by itself, in one language. One that lacks a text does not compile. */
export interface SepaTexts {
  /** BCP 47; the mandate is asked for in it, and amounts and countries are written as there. */
  locale: string
  labels: {
    /** Of the whole form, for screen readers. */
    form: string
    iban: string
    iban_hint: string
    holder_name: string
    mandate: string
    accept_mandate: string
    pay: string
    /** @param amount with its currency, as the language writes it */
    pay_amount: (amount: string) => string
    to_bank: string
    /** Where the shopper signed elsewhere, or was not sent back. */
    signed: string
    check_again: string
    give_up: string
    try_again: string
    complete_order: string
  }
  /** Beside the IBAN once it is known to be right. */
  iban_valid: string
  steps: Record<Step, string>
  iban_problems: Record<IbanProblem, string>
  iban_missing: string
  holder_name_missing: string
  declines: Record<DeclineCode, string>
  /** What can be done after a decline. */
  ways_on: {
    another_account: string
    correct_iban: string
    correct_holder_name: string
    same_again: string
    another_way: string
  }
  /** @param left at least 1 */
  attempts_left: (left: number) => string
  errors: Record<ShopperErrorCode, string>
  outcomes: {
    placed: string
    placed_pending: string
    approved: string
    ended: string
    unknown: string
    unreachable: string
    unavailable: string
    /** @param seconds null when not known */
    throttled: (seconds: number | null) => string
    unexpected: string
    order_stands: string
  }
  payment_page: {
    /** Hosted: where the bank account is given. */
    needed: string
  }
  verification: {
    /** The bank's page has not been visited yet, or was left without an answer. */
    needed: string
    /** Back, without having signed. */
    refused: string
  }
}
