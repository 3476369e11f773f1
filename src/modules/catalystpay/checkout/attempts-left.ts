import { isHosted } from "../debits/collect-mode"
import type { DebitRecord } from "../debits/debit-record"
import type { AccountSettings } from "../options"

/** CatalystPay's own number in direct mode; a campaign has one of its own, which its API does not tell (contract, 6.4). */
const DIRECT_MODE_ATTEMPTS = 3

type AttemptTerms = Pick<AccountSettings, "maxPaymentAttempts" | "campaignId">

/** Pure: how many bank accounts a session takes, as far as it is known. */
export function mostAttempts(account: AttemptTerms): number | null {
  return account.maxPaymentAttempts ?? (account.campaignId ? null : DIRECT_MODE_ATTEMPTS)
}

/**
 * Pure: how many more bank accounts a shopper may try after a decline, for the shopper to read. The gateway decides: it may
 * not have counted an attempt that it refused, so where this says none and the gateway allows another, it says nothing.
 * @param account null when the debit's account is no longer configured
 */
export function attemptsLeft(
  debit: Pick<DebitRecord, "status" | "attempt" | "collect" | "attempts_remaining">,
  account: AttemptTerms | null,
): number | null {
  if (debit.status !== "declined" || !account) {
    return null
  }
  if (isHosted(debit)) {
    return debit.attempts_remaining
  }
  const most = mostAttempts(account)
  return most !== null && most > debit.attempt ? most - debit.attempt : null
}
