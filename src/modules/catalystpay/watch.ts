import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { DEBITS, toDate, type DebitRow } from "./debit-rows"
import { isDeliveryId, type Inbox } from "./inbox"
import type { KeyWatch } from "./key-watch"
import type { Settings } from "./options"
import { isHealed, WATCHED_PROBLEMS, type HealingFacts, type WatchedProblem } from "./problem-healing"
import { subjectOf, type ProblemRecord, type Problems } from "./problems"
import { accountsOfTenant } from "./tenants"
import { keyId } from "./vault"

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
  problems: () => Problems
  inbox: Inbox
  keys: KeyWatch
  now: () => Date
}

/** Looks for what nobody tells: webhooks that do not come, and problems that are over. */
export class Watch {
  constructor(private readonly parts: Parts) {}

  async run(): Promise<void> {
    await this.findSilence()
    await this.findLostSeals()
    for (const code of WATCHED_PROBLEMS) {
      await this.closeHealed(code)
    }
  }

  private async findSilence(): Promise<void> {
    for (const account of Object.keys(this.parts.settings().accounts)) {
      const silent = isSilent(await this.latestWaiting(account), await this.lastDelivery(this.tenantOf(account)))
      if (silent) {
        await this.parts.problems().open({ code: "webhooks_silent", subject: account, account })
      }
    }
  }

  /** Said before a shopper presses pay: a key that was dropped too early can still be listed again. */
  private async findLostSeals(): Promise<void> {
    const keys = this.parts.settings().encryptionKey.map(keyId)
    const [row] = await this.parts
      .knex()<DebitRow>(DEBITS)
      .whereNotNull("sealed_iban")
      .whereNull("deleted_at")
      .whereRaw("NOT split_part(sealed_iban, '.', 2) = ANY(?)", [keys])
      .count<{ count: string }[]>("* as count")
    const debits = Number(row?.count ?? 0)
    const subject = "encryptionKey"
    await (debits > 0
      ? this.parts.problems().open({ code: "encryption_key_missing", subject, details: { debits } })
      : this.parts.problems().close("encryption_key_missing", subject))
  }

  private async closeHealed(code: WatchedProblem): Promise<void> {
    for (const problem of await this.parts.problems().listOpen({ code })) {
      if (isHealed(code, problem, await this.factsOf(problem))) {
        await this.parts.problems().close(code, subjectOf(problem))
      }
    }
  }

  private async factsOf(problem: ProblemRecord): Promise<HealingFacts> {
    const { account } = problem
    const mayBeOfDelivery = problem.code === "webhook_given_up" || problem.code === "event_unmatched"
    const is_about_delivery = mayBeOfDelivery && isDeliveryId(subjectOf(problem))
    return {
      last_delivery_at: account === null ? null : await this.lastDelivery([account]),
      last_delivery_of_tenant_at: account === null ? null : await this.lastDelivery(this.tenantOf(account)),
      key_accepted_at: account === null ? null : this.parts.keys.lastAccepted(account),
      is_about_delivery,
      delivery: is_about_delivery ? await this.parts.inbox.find(subjectOf(problem)) : null,
    }
  }

  /** An account that was taken out of the options is alone. */
  private tenantOf(account: string): string[] {
    const settings = this.parts.settings()
    return Object.hasOwn(settings.accounts, account) ? accountsOfTenant(settings, account) : [account]
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
