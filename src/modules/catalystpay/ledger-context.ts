import type { Logger } from "@medusajs/framework/types"
import type { CatalystPayClient } from "../../gateway"
import type { DebitStore } from "./debit-store"
import { CatalystPayError } from "./errors"
import type { Leases } from "./leases"
import type { AccountSettings, Settings } from "./options"

/** What of CatalystPay's API the ledger uses. */
export type Gateway = Pick<CatalystPayClient, "createSession" | "getSession" | "validateIban" | "pay" | "verify" | "cancel">

/** The collaborators of everything that moves a debit. */
export interface LedgerContext {
  settings: Settings
  store: DebitStore
  leases: Leases
  gateway: (account: string) => Gateway
  logger: Pick<Logger, "debug" | "info" | "warn" | "error">
  now: () => Date
}

/** @throws CatalystPayError `account_unknown` */
export function accountSettings(settings: Settings, account: string): AccountSettings {
  const found = Object.hasOwn(settings.accounts, account) ? settings.accounts[account] : undefined
  if (!found) {
    throw new CatalystPayError("account_unknown", {
      developer: `No CatalystPay account "${account}" is configured; there are: ${Object.keys(settings.accounts).join(", ")}.`,
    })
  }
  return found
}
