/** Everything a shopper can be told. A language that lacks one does not compile. */
export interface ShopperTexts {
  mandate: (creditor: { name: string; identifier: string; address?: string }) => string
  declines: {
    insufficient_funds: string
    invalid_iban: string
    invalid_holder_name: string
    mandate_rejected: string
    account_closed: string
    do_not_honor: string
    gateway_unavailable: string
    unknown: string
  }
  /** Added to a decline when no further attempt is possible in this session. */
  no_more_attempts: string
  /** Added to a decline when another account may be tried. */
  try_another_account: string
  /** Added to a decline that only the account holder's name was the reason for. */
  correct_holder_name: string
  bank_account_missing: string
  /** Hosted: the bank account is given, and the mandate accepted, on CatalystPay's page. */
  pay_on_page: string
  /** Hosted: whether the page was paid cannot be seen now. Never an invitation to pay twice. */
  page_outcome_unknown: string
  verification_needed: string
  verification_pending: string
  gateway_unavailable: string
  session_not_payable: string
  payment_in_progress: string
  /** The cart is being paid: what to do before it can change. */
  payment_awaits_signature: string
  already_paid: string
  /** Somebody paid with the session at the gateway itself. */
  paid_elsewhere: string
  verification_open: string
  giving_up_unavailable: string
  too_many_attempts: string
  too_many_iban_checks: string
  payment_in_progress_elsewhere: string
}

export type DeclineCode = keyof ShopperTexts["declines"]
