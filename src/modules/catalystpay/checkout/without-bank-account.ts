import type { DebitPatch } from "../debits/debit-record"

/** What the shopper gave is asked for anew; the acceptance stays as evidence of what was accepted. */
export const WITHOUT_BANK_ACCOUNT: DebitPatch = {
  sealed_iban: null,
  sealed_at: null,
  iban_check: null,
  iban_last4: null,
  iban_country: null,
  bank_name: null,
  bic: null,
}
