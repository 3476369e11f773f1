import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Cleaning } from "./cleaning"
import type { DebitRecord } from "../debits/debit-record"
import { DEBITS, toRecord, type DebitRow } from "../debits/debit-rows"
import type { Inbox } from "../webhooks/inbox"
import type { KeyWatch } from "../accounts/key-watch"
import type { LedgerContext } from "../ledger-context"
import { firstDayStillOpen } from "../settlement/settlement"
import { settleByTime, type SettledByTime } from "../settlement/settlement-by-time"
import { Watch } from "./watch"
import type { WebhookSilence } from "../webhooks/webhook-silence"

const LEASE_MS = 30_000

interface Parts {
  knex: () => Knex
  context: () => LedgerContext
  inbox: Inbox
  keys: KeyWatch
  silence: WebhookSilence
}

/** What jobs do to the ledger from time to time. Any number of servers may run them. */
export class Upkeep {
  readonly cleaning: Cleaning
  readonly watch: Watch
  private readonly knex: () => Knex
  private readonly context: () => LedgerContext

  constructor({ knex, context, inbox, keys, silence }: Parts) {
    this.knex = knex
    this.context = context
    this.cleaning = new Cleaning(knex, context)
    this.watch = new Watch({
      knex,
      settings: () => context().settings,
      problems: () => context().problems,
      inbox,
      keys,
      silence,
    })
  }

  /** Runs `work` unless another server is at the same. */
  async alone(name: string, work: () => Promise<void>): Promise<void> {
    await this.context().leases.hold(name, { ttlMs: LEASE_MS, waitMs: 0 }, work)
  }

  /** Approved debits whose time to be settled has come, by id. @param after the id of the last one seen */
  async dueToSettle(limit: number, after: string): Promise<DebitRecord[]> {
    const { settings, now } = this.context()
    const firstOpen = firstDayStillOpen(settings.settlement, now())
    const rows = await this.knex()<DebitRow>(DEBITS)
      .where({ status: "approved" })
      .whereNull("settled_at")
      .whereNull("returned_at")
      .whereNull("deleted_at")
      .where("charged_back_amount", 0)
      // The first is for the index: midnight of UTC comes after that of TARGET's zone, which the second looks at.
      .where("approved_at", "<", new Date(`${firstOpen}T00:00:00Z`))
      .whereRaw("(approved_at AT TIME ZONE 'Europe/Berlin')::date < ?::date", [firstOpen])
      .where("id", ">", after)
      .orderBy("id")
      .limit(limit)
      .select<DebitRow[]>("*")
    return rows.map(toRecord)
  }

  async settle(debit: DebitRecord): Promise<SettledByTime> {
    return settleByTime(this.context(), debit)
  }
}
