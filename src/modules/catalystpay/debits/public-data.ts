import { attemptsLeft } from "../checkout/attempts-left"
import type { DebitRecord, MandateRecord } from "./debit-record"
import { toDecimal } from "../money/money"
import type { AccountSettings } from "../options"
import { declineText } from "../texts"

/**
 * The ledger's public face: `payment_session.data`. Always complete, because Medusa deep-merges it: a key that were
 * left out would keep what somebody planted there. Orders can be read without a login, so nothing more personal than
 * the last four digits stands here. It is a type, not an interface, so that it is assignable to Medusa's records.
 */
export type PublicData = {
  /** Medusa's payment session. */
  session_id: string
  /** The CatalystPay session token. */
  session_token: string
  status: DebitRecord["status"]
  /** What the checkout has to do: take the bank account itself (`iban`), or send the shopper to `payment_url` (`hosted`). */
  collect: DebitRecord["collect"]
  attempt: number
  /** Decimal string in major units. */
  amount: string
  currency_code: string
  payment_url: string | null
  verification_url: string | null
  bank_account: { iban_last4: string | null; iban_country: string | null; bank_name: string | null } | null
  mandate: { accepted_at: string } | null
  error: { code: string; message: string } | null
  retry_allowed: boolean | null
  /** After a decline: how many more bank accounts may be tried, null when that is not known. */
  attempts_left: number | null
  order_number: string | null
  transaction_id: string | null
  livemode: boolean | null
  test_mode: boolean | null
}

/**
 * @param mandate the acceptance of the current attempt
 * @param account the debit's; null when it is no longer configured
 * @param locale the shopper's language, by default that of the mandate
 */
export function toPublicData(
  debit: DebitRecord,
  mandate: MandateRecord | null,
  account: AccountSettings | null = null,
  locale: string | null = mandate?.locale ?? null,
): PublicData {
  return {
    session_id: debit.payment_session_id,
    session_token: debit.session_token,
    status: debit.status,
    collect: debit.collect,
    attempt: debit.attempt,
    amount: toDecimal(debit.amount, debit.currency_code),
    currency_code: debit.currency_code,
    payment_url: debit.payment_url,
    verification_url: debit.verification_url,
    bank_account: debit.iban_last4 && !debit.forgotten_at
      ? { iban_last4: debit.iban_last4, iban_country: debit.iban_country, bank_name: debit.bank_name }
      : null,
    mandate: mandate ? { accepted_at: mandate.accepted_at.toISOString() } : null,
    error: debit.error_code
      ? {
          code: debit.error_code,
          message: declineText(debit.error_code, debit.retry_allowed === true, locale),
        }
      : null,
    retry_allowed: debit.retry_allowed,
    attempts_left: attemptsLeft(debit, account),
    order_number: debit.order_number,
    transaction_id: debit.transaction_id,
    livemode: debit.livemode,
    test_mode: debit.test_mode,
  }
}
