import { randomUUID } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SYSTEM_CLOCK, type Clock } from "./clock"

const LEASES = "catalystpay_lease"
const POLL_MS = 50
/** A third of its term each: work that takes more than some eight terms is taken for dead. */
const MOST_RENEWALS = 20

interface LeaseRow {
  id: string
  name: string
  holder: string
  expires_at: Date
}

export interface LeaseTerms {
  /** How long it lasts when its holder dies, in milliseconds. */
  ttlMs: number
  /** How long to wait for another holder, in milliseconds. */
  waitMs: number
}

/**
 * Named locks that expire by themselves. Unlike a row lock, a lease may be held across a network call: a process that
 * dies with it delays others by its term and no more.
 */
export class Leases {
  /** @param clock by which one waits for another holder; when a lease expires, the database's own clock says */
  constructor(
    private readonly knex: () => Knex,
    private readonly clock: Clock = SYSTEM_CLOCK,
  ) {}

  /**
   * Runs `work` while holding the lease.
   * @returns what `work` returns, or null when the lease could not be had in time.
   */
  async hold<Result>(name: string, terms: LeaseTerms, work: () => Promise<Result>): Promise<{ result: Result } | null> {
    const holder = randomUUID()
    const deadline = this.clock.now().getTime() + terms.waitMs
    while (!(await this.acquire(name, holder, terms.ttlMs))) {
      if (this.clock.now().getTime() >= deadline) {
        return null
      }
      await this.clock.sleep(POLL_MS)
    }
    // A living holder keeps it while its calls take their time; one that hangs for ever loses it all the same.
    let renewals = 0
    const renewal = setInterval(() => {
      renewals += 1
      if (renewals <= MOST_RENEWALS) {
        void this.renew(name, holder, terms.ttlMs)
      }
    }, terms.ttlMs / 3)
    try {
      return { result: await work() }
    } finally {
      clearInterval(renewal)
      await this.knex()<LeaseRow>(LEASES).where({ name, holder }).delete()
    }
  }

  /** Whether somebody holds it now; a moment later it may be otherwise. */
  async isHeld(name: string): Promise<boolean> {
    const knex = this.knex()
    const row = await knex<LeaseRow>(LEASES).where({ name }).where("expires_at", ">=", knex.raw<Date>("now()")).first("id")
    return row !== undefined
  }

  /** A renewal that fails is made up for by the next one; if none succeeds, the database is gone and with it the work. */
  private async renew(name: string, holder: string, ttlMs: number): Promise<void> {
    const knex = this.knex()
    const expires_at = knex.raw<Date>("now() + (? * interval '1 millisecond')", [ttlMs])
    await knex<LeaseRow>(LEASES).where({ name, holder }).update({ expires_at }).catch(() => undefined)
  }

  private async acquire(name: string, holder: string, ttlMs: number): Promise<boolean> {
    const knex = this.knex()
    const expires_at = knex.raw<Date>("now() + (? * interval '1 millisecond')", [ttlMs])
    const rows: unknown[] = await knex(LEASES)
      .insert({ id: generateEntityId(undefined, "cplse"), name, holder, expires_at })
      .onConflict(knex.raw("(name) WHERE deleted_at IS NULL"))
      .merge({ holder, expires_at, updated_at: knex.fn.now() })
      .where(`${LEASES}.expires_at`, "<", knex.fn.now())
      .returning("id")
    return rows.length > 0
  }
}
