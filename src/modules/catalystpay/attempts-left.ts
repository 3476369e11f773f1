import type { DebitRecord } from "./debit-record"
import type { AccountSettings } from "./options"

/** CatalystPay's own number in direct mode; a campaign has one of its own, which its API does not tell (contract, 6.4). */
const DIRECT_MODE_ATTEMPTS = 3

/**
 * Pure: how many more bank accounts a shopper may try after a decline, for the shopper to read. The gateway decides: it may
 * not have counted an attempt that it refused, so where this says none and the gateway allows another, it says nothing.
 * @param account null when the debit's account is no longer configured
 */
export function attemptsLeft(
  debit: Pick<DebitRecord, "status" | "attempt">,
  account: Pick<AccountSettings, "maxPaymentAttempts" | "campaignId"> | null,
): number | null {
  if (debit.status !== "declined" || !account) {
    return null
  }
  const most = account.maxPaymentAttempts ?? (account.campaignId ? null : DIRECT_MODE_ATTEMPTS)
  return most !== null && most > debit.attempt ? most - debit.attempt : null
}
