import type { Logger } from "@medusajs/framework/types"
import type { CatalystPayClient } from "../../gateway"
import type { ChargebackStore } from "./money/chargeback-store"
import type { DebitStore } from "./debits/debit-store"
import { CatalystPayError } from "./errors"
import type { DueDebits } from "./debits/due-debits"
import type { Faults } from "./faults"
import type { Leases } from "./leases"
import type { AccountSettings, Settings } from "./options"
import type { Problems } from "./problems/problems"
import type { RefundStore } from "./money/refund-store"

/** What of CatalystPay's API the ledger uses. */
export type Gateway = Pick<
  CatalystPayClient,
  "createSession" | "getSession" | "validateIban" | "pay" | "verify" | "cancel" | "transactionPages" | "chargebackPages"
>

/** The collaborators of everything that moves a debit. */
export interface LedgerContext {
  settings: Settings
  store: DebitStore
  due: DueDebits
  leases: Leases
  problems: Problems
  chargebacks: ChargebackStore
  refunds: RefundStore
  /** Tells the store's subscribers. @param data ids only */
  emit: (name: string, data: Record<string, string | number | null>) => Promise<void>
  gateway: (account: string) => Gateway
  logger: Pick<Logger, "debug" | "info" | "warn" | "error">
  now: () => Date
  /** Waits; milliseconds. */
  sleep: (ms: number) => Promise<void>
  /** Fails a step in tests; does nothing otherwise. */
  faults: Faults
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
