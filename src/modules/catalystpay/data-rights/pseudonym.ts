import { createHmac } from "node:crypto"
import type { Settings } from "../options"

const PSEUDONYM = "forgotten:"

/** What stands for the e-mail of a debit that keeps nothing personal. */
export const ERASED_EMAIL = "erased"

/**
 * What stands for the e-mail of somebody who was forgotten while evidence is kept: whoever knows the e-mail, and the
 * store's key, recognises it; nobody reads it from there.
 * @param email in lower case
 */
export function pseudonymOf(email: string, keys: Settings["encryptionKey"]): string {
  return pseudonyms(email, keys)[0] ?? ERASED_EMAIL
}

/** Under which values of the ledger's column an e-mail may stand. @param email in lower case */
export function formsOf(email: string, keys: Settings["encryptionKey"]): string[] {
  return [email, ...pseudonyms(email, keys)]
}

/** Whether it is no e-mail any more. */
export function isForgotten(email: string): boolean {
  return email === ERASED_EMAIL || email.startsWith(PSEUDONYM)
}

/** Pure: whether what CatalystPay tells speaks against the debit's being this e-mail's; of one forgotten nothing does. */
export function isOtherEmail(ofDebit: string, told: string | null): boolean {
  return told !== null && !isForgotten(ofDebit) && told.toLowerCase() !== ofDebit
}

function pseudonyms(email: string, keys: Settings["encryptionKey"]): string[] {
  return keys.map((key) => PSEUDONYM + createHmac("sha256", key).update(`email-pseudonym\n${email}`).digest("hex").slice(0, 32))
}
