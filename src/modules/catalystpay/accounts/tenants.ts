import { accountSettings } from "../ledger-context"
import { formsOf } from "../data-rights/pseudonym"
import type { LeadOfTenant } from "../debits/debit-queries"
import type { Settings } from "../options"

/**
 * The accounts that are one tenant of CatalystPay: the same key at the same address, e.g. one for each gateway (MID) or
 * campaign. CatalystPay's rule of one active session per lead spans them.
 * @returns their names in alphabetical order, the given one among them
 * @throws CatalystPayError `account_unknown`
 */
export function accountsOfTenant(settings: Settings, account: string): string[] {
  const { apiKey, apiUrl } = accountSettings(settings, account)
  return Object.entries(settings.accounts)
    .filter(([, other]) => other.apiKey === apiKey && other.apiUrl === apiUrl)
    .map(([name]) => name)
    .sort()
}

/** A lead, also where it asked to be forgotten. @param email in any case */
export function leadOfTenant(settings: Settings, account: string, email: string): LeadOfTenant {
  return { accounts: accountsOfTenant(settings, account), emails: formsOf(email.toLowerCase(), settings.encryptionKey) }
}
