import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isDeliveryId, type Inbox } from "../webhooks/inbox"
import type { KeyWatch } from "../accounts/key-watch"
import type { Settings } from "../options"
import { isHealed, WATCHED_PROBLEMS, type HealingFacts, type WatchedProblem } from "../problems/problem-healing"
import { subjectOf, type ProblemRecord, type Problems } from "../problems/problems"
import { countSeals, lostSeals } from "../debits/seals"
import { keyId } from "../vault"
import type { WebhookSilence } from "../webhooks/webhook-silence"

interface Parts {
  knex: () => Knex
  settings: () => Settings
  problems: () => Problems
  inbox: Inbox
  keys: KeyWatch
  silence: WebhookSilence
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
      if (await this.parts.silence.isSilent(account)) {
        await this.parts.problems().open({ code: "webhooks_silent", subject: account, account })
      }
    }
  }

  /** Said before a shopper presses pay: a key that was dropped too early can still be listed again. */
  private async findLostSeals(): Promise<void> {
    const debits = lostSeals(await countSeals(this.parts.knex()), this.parts.settings().encryptionKey.map(keyId))
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
    const { silence, keys, inbox } = this.parts
    const mayBeOfDelivery = problem.code === "webhook_given_up" || problem.code === "event_unmatched"
    const is_about_delivery = mayBeOfDelivery && isDeliveryId(subjectOf(problem))
    return {
      last_delivery_at: account === null ? null : await silence.lastOf(account),
      last_delivery_of_tenant_at: account === null ? null : await silence.lastOfTenant(account),
      key_accepted_at: account === null ? null : keys.lastAccepted(account),
      is_about_delivery,
      delivery: is_about_delivery ? await inbox.find(subjectOf(problem)) : null,
    }
  }
}
