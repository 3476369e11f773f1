import { randomUUID } from "node:crypto"
import type { SessionRecord } from "../../../sandbox"
import { refusalToChange } from "../../../src/modules/catalystpay/checkout/cart-changes"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { isCatalystPayError } from "../../../src/modules/catalystpay/errors"
import { NO_FAULTS, type FaultPoint } from "../../../src/modules/catalystpay/faults"
import { purchase } from "../support/bench"
import { inbox } from "./jobs"
import type { Seen } from "./seen"
import { tablesOf } from "../support/tables"
import { reachGateway, type Parts } from "./stage"

/** CatalystPay tries a webhook again for a while; no store is away for longer. */
const LONGEST_SILENCE_S = 36 * 3600

/** What a process that died in the middle leaves behind is everything it wrote before: nothing else runs after this. */
export class ProcessDied extends Error {}

/** One shopper with two carts, and all the debits that came of it. */
export class World {
  readonly email = `life-${randomUUID()}@example.com`
  /** Refunds that Medusa has booked: its id, or the row of the ledger that it booked, and how much. */
  readonly refunds = new Map<string, { debit_id: string; amount: string }>()
  private readonly carts = [randomUUID(), randomUUID()]
  private cart = 0
  private silenceS = 0
  private wasCut = false

  constructor(
    readonly parts: Parts,
    readonly seen: Seen,
    /** No webhook ever arrives. */
    readonly is_deaf = false,
  ) {}

  /** The debit that the shopper has to do with now. */
  async debit(): Promise<DebitRecord | null> {
    const debits = await this.parts.service.findByCollection(this.collection)
    return debits[0] ?? null
  }

  /** Of both carts, the newest first. */
  async debits(): Promise<DebitRecord[]> {
    return this.parts.service.findByCollections(this.carts.map(collectionOf))
  }

  turnToOtherCart(): void {
    this.cart = 1 - this.cart
  }

  /** As the store's route does, which refuses while a debit is under way or has paid. */
  async open(): Promise<void> {
    const refusal = refusalToChange(await this.parts.service.findByCollection(this.collection), "en")
    if (refusal) {
      throw refusal
    }
    await this.parts.service.open(
      purchase({
        payment_session_id: `payses_${randomUUID()}`,
        payment_collection_id: this.collection,
        cart_id: `cart_of_${this.collection}`,
        lead: { first_name: "Max", last_name: "Mustermann", email: this.email, country: "DE" },
      }),
    )
  }

  /** The gateway's view of a debit. */
  sessionOf(debit: DebitRecord): SessionRecord | null {
    return this.sessions().find(({ session_token }) => session_token === debit.session_token) ?? null
  }

  /** All that the gateway holds of this shopper. */
  sessions(): SessionRecord[] {
    return this.parts.sandbox.sessions()
  }

  /** What the ledger refuses is an answer; anything else that is thrown is a failure of the test. */
  async allowed(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!isCatalystPayError(error) && !(error instanceof ProcessDied)) {
        throw error
      }
    }
  }

  /** Once in a life: connections are refused until the work is over. */
  async withoutWire(work: () => Promise<unknown>): Promise<void> {
    if (this.wasCut) {
      return
    }
    this.wasCut = true
    await this.parts.line.cut()
    try {
      await this.allowed(work)
    } finally {
      await this.parts.line.mend()
      await reachGateway(this.parts)
    }
  }

  /** The process dies when it passes the point. */
  async dyingAt(point: FaultPoint, work: () => Promise<unknown>): Promise<void> {
    const { service } = this.parts
    service.faults = {
      at: async (passed) => {
        if (passed === point) {
          this.seen.note(`death at ${point}`)
          throw new ProcessDied(point)
        }
      },
    }
    try {
      await this.allowed(work)
    } finally {
      service.faults = NO_FAULTS
    }
  }

  /** Time passes for ledger and gateway; of the inbox, which goes by the database's time, the pauses are over sooner. */
  async passTime(seconds: number): Promise<void> {
    if (this.silenceS + seconds > LONGEST_SILENCE_S) {
      await this.hearWebhooks("in-order")
      await inbox(this)
    }
    this.silenceS += seconds
    this.parts.clock.pass(seconds)
    const knex = this.parts.knex()
    await knex("catalystpay_webhook_delivery")
      .whereIn("status", ["received", "processing"])
      .update({ next_try_at: knex.raw("next_try_at - (? * interval '1 second')", [seconds]) })
  }

  /** What the gateway has told so far comes into the inbox; what it tells from now on waits again. */
  async hearWebhooks(order: "in-order" | "reversed" | "shuffled"): Promise<void> {
    this.silenceS = 0
    if (this.is_deaf) {
      return
    }
    await this.parts.sandbox.releaseWebhooks({ order })
    this.parts.sandbox.holdWebhooks()
  }

  /** Every text that rests in the ledger's tables. */
  async resting(): Promise<string> {
    const knex = this.parts.knex()
    const rows: unknown[] = []
    for (const table of await tablesOf(knex)) {
      rows.push(await knex(table))
    }
    return JSON.stringify(rows)
  }

  private get collection(): string {
    return collectionOf(this.carts[this.cart] ?? "")
  }
}

function collectionOf(cart: string): string {
  return `pay_col_${cart}`
}
