import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { DEBITS, toDate, type DebitRow } from "../debits/debit-rows"
import type { Settings } from "../options"
import { accountsOfTenant } from "../accounts/tenants"

const MINUTE_MS = 60 * 1000
/** CatalystPay sends within seconds; half an hour without a word is no delay any more. */
const PATIENCE_MS = 30 * MINUTE_MS
/** Debits approved longer ago were either told of or are the reconciliation's business. */
const LOOK_BACK_MS = 7 * 24 * 60 * MINUTE_MS

/** Pure: whether a debit has been waiting for its webhook for too long while none came at all. */
export function isSilent(latestWaiting: Date | null, lastDelivery: Date | null): boolean {
  return latestWaiting !== null && (lastDelivery === null || lastDelivery.getTime() < latestWaiting.getTime())
}

interface Parts {
  knex: () => Knex
  settings: () => Settings
  now: () => Date
}

/** When signed webhooks came, and whether they have ceased to. */
export class WebhookSilence {
  constructor(private readonly parts: Parts) {}

  /** Whether debits of the account wait while no webhook comes, for any account of its tenant. */
  async isSilent(account: string): Promise<boolean> {
    return isSilent(await this.latestWaiting(account), await this.lastOfTenant(account))
  }

  /** When a webhook last came for the account itself. */
  async lastOf(account: string): Promise<Date | null> {
    return this.lastDelivery([account])
  }

  /** When one last came for any account of its tenant. An account that was taken out of the options is alone. */
  async lastOfTenant(account: string): Promise<Date | null> {
    const settings = this.parts.settings()
    return this.lastDelivery(Object.hasOwn(settings.accounts, account) ? accountsOfTenant(settings, account) : [account])
  }

  private async latestWaiting(account: string): Promise<Date | null> {
    const now = this.parts.now().getTime()
    const row = await this.parts
      .knex()<DebitRow>(DEBITS)
      .where({ account, status: "approved", origin: "store", confirmed_at: null, settled_at: null, returned_at: null })
      .whereNull("deleted_at")
      .whereBetween("approved_at", [new Date(now - LOOK_BACK_MS), new Date(now - PATIENCE_MS)])
      .max<{ latest: Date | null }[]>("approved_at as latest")
    return toDate(row[0]?.latest ?? null)
  }

  private async lastDelivery(accounts: string[]): Promise<Date | null> {
    const row = await this.parts
      .knex()("catalystpay_webhook_delivery")
      .whereIn("account", accounts)
      .whereNull("deleted_at")
      .max<{ latest: Date | null }[]>("created_at as latest")
    return toDate(row[0]?.latest ?? null)
  }
}
