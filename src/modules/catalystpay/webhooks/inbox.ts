import { createHash } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { maskIbansDeep } from "../../../gateway"
import { countOf, type Page } from "../page"
import { DELIVERY_STATUSES } from "../models/webhook-delivery"
import { readWebhook, type IncomingWebhook, type ReadWebhook } from "./incoming-webhook"
import { describeOutcome, type WebhookOutcome, type WebhookOutcomeDetails } from "./webhook-outcomes"

const DELIVERIES = "catalystpay_webhook_delivery"
const ID_PREFIX = "cpwh"
/** A claim that is not finished within this time belonged to a process that died. */
const CLAIM_SECONDS = 60
const FIRST_PAUSE_SECONDS = 2
const LONGEST_PAUSE_SECONDS = 3600

export interface Delivery {
  id: string
  account: string
  event_name: string
  /** As stored: full IBANs are masked. */
  payload: unknown
  tries: number
  /** What came of the try before this one; null at the first. */
  outcome: string | null
  /** Until when the claim holds, as PostgreSQL writes it: what a later claim does not have in common with this one. */
  claimed_until: string
}

export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** A delivery as the dashboard shows it. */
export interface DeliveryView extends Omit<Delivery, "claimed_until"> {
  status: DeliveryStatus
  /** Its stable code (`WebhookOutcomeCode`), perhaps of another version of this plugin; null where none was written. */
  outcome_code: string | null
  outcome_details: WebhookOutcomeDetails | null
  received_count: number
  next_try_at: Date
  processed_at: Date | null
  debit_id: string | null
  created_at: Date
}

interface DeliveryRow extends DeliveryView {
  fingerprint: string
  updated_at: Date
  deleted_at: Date | null
}

const VIEWED = [
  "id",
  "account",
  "event_name",
  "payload",
  "status",
  "received_count",
  "tries",
  "next_try_at",
  "processed_at",
  "outcome",
  "outcome_code",
  "outcome_details",
  "debit_id",
  "created_at",
] as const satisfies readonly (keyof DeliveryView)[]

export type DeliveryFilter = Partial<Pick<DeliveryView, "status" | "account" | "debit_id">>

/** Pure: whether an id is one of a delivery's. */
export function isDeliveryId(id: string): boolean {
  return id.startsWith(`${ID_PREFIX}_`)
}

/** Signed webhooks, durable before they are answered, each one row however often it comes. */
export class Inbox {
  /** @param mostTries how often a delivery is tried before it is given up */
  constructor(
    private readonly knex: () => Knex,
    private readonly mostTries: () => number,
  ) {}

  /**
   * Checks the signature and writes the webhook down; a bad one writes nothing.
   * @throws CatalystPayError `webhook_signature_invalid` (401), `webhook_not_json` (400), `webhook_too_large` (413)
   */
  async receive(webhook: IncomingWebhook, secrets: string[]): Promise<{ id: string; is_new: boolean }> {
    return this.insert(webhook.account, readWebhook(webhook, secrets))
  }

  private async insert(account: string, webhook: ReadWebhook): Promise<{ id: string; is_new: boolean }> {
    const { event_name, payload, canonical } = webhook
    const fingerprint = createHash("sha256").update(`${account}\n${event_name}\n${canonical}`).digest("hex")
    const knex = this.knex()
    const id = generateEntityId(undefined, ID_PREFIX)
    const rows: { id: string }[] = await knex(DELIVERIES)
      .insert({
        id,
        account,
        event_name,
        fingerprint,
        // A mapping may include lead.iban in full: it is masked before it rests anywhere.
        payload: JSON.stringify(storable(maskIbansDeep(payload))),
        status: "received",
        next_try_at: knex.fn.now(),
      })
      .onConflict(knex.raw("(fingerprint) WHERE deleted_at IS NULL"))
      .merge({ received_count: knex.raw(`${DELIVERIES}.received_count + 1`), updated_at: knex.fn.now() })
      .returning("id")
    const kept = rows[0]?.id ?? id
    return { id: kept, is_new: kept === id }
  }

  /** Takes one delivery for processing; null when it is done or somebody else has it. */
  async claim(id: string): Promise<Delivery | null> {
    const [delivery] = await this.claimWhere((query) => query.where({ id }), 1)
    return delivery ?? null
  }

  /** Takes what is due, also from processes that died with it. */
  async claimDue(limit: number): Promise<Delivery[]> {
    return this.claimWhere((query) => query, limit)
  }

  private async claimWhere(
    narrow: (query: Knex.QueryBuilder<DeliveryRow, { id: string }[]>) => Knex.QueryBuilder<DeliveryRow, { id: string }[]>,
    limit: number,
  ): Promise<Delivery[]> {
    const knex = this.knex()
    const due = knex<DeliveryRow>(DELIVERIES)
      .select<{ id: string }[]>("id")
      .whereNull("deleted_at")
      .whereIn("status", ["received", "processing"])
      .where("next_try_at", "<=", knex.fn.now())
      .orderBy("next_try_at")
      .limit(limit)
      .forUpdate()
      .skipLocked()
    const claimed: Delivery[] = await knex<DeliveryRow>(DELIVERIES)
      .whereIn("id", narrow(due))
      .update({
        status: "processing",
        tries: knex.raw<number>("tries + 1"),
        next_try_at: knex.raw<Date>("now() + (? * interval '1 second')", [CLAIM_SECONDS]),
        updated_at: knex.fn.now(),
      })
      .returning(["id", "account", "event_name", "payload", "tries", "outcome", knex.raw("next_try_at::text as claimed_until")])
    // An update returns its rows in any order; ids begin with the time.
    return claimed.sort((one, other) => (one.id < other.id ? -1 : 1))
  }

  /** @returns false when the claim had run out and another process has the delivery: then nothing is written */
  async finish(
    delivery: Delivery,
    result: { status: "processed" | "ignored"; outcome: WebhookOutcome; debit_id: string | null },
  ): Promise<boolean> {
    const { status, outcome, debit_id } = result
    return this.endClaim(delivery, { status, ...columnsOf(outcome), debit_id, processed_at: this.knex().fn.now() })
  }

  /** Whether it is given up when this try fails, too. */
  isLastTry({ tries }: Delivery): boolean {
    return tries >= this.mostTries()
  }

  /**
   * Puts a delivery back for later, or gives it up after too many tries.
   * @returns seconds until the next try, null when it was given up, "lost" when another process has it by now
   */
  async retryLater(delivery: Delivery, outcome: WebhookOutcome): Promise<number | null | "lost"> {
    const pause = pauseBeforeTry(delivery.tries, this.mostTries())
    const ended = await this.endClaim(delivery, {
      status: pause === null ? "failed" : "received",
      ...columnsOf(outcome),
      next_try_at: this.knex().raw("now() + (? * interval '1 second')", [pause ?? 0]),
    })
    return ended ? pause : "lost"
  }

  /** A slow process whose claim ran out must not overwrite what the next one has made of it. */
  private async endClaim({ id, claimed_until }: Delivery, change: Record<string, unknown>): Promise<boolean> {
    const knex = this.knex()
    const ended: number = await knex(DELIVERIES)
      .where({ id, status: "processing" })
      .whereRaw("next_try_at = ?::timestamptz", [claimed_until])
      .update({ ...change, updated_at: knex.fn.now() })
    return ended > 0
  }

  /**
   * Puts a delivery back to the beginning, whatever became of it; one that is waiting or being processed stays as it is.
   * @returns false when there is none
   */
  async reset(id: string): Promise<boolean> {
    const knex = this.knex()
    await knex<DeliveryRow>(DELIVERIES)
      .where({ id })
      .whereNull("deleted_at")
      .whereIn("status", ["processed", "ignored", "failed"])
      .update({ status: "received", tries: 0, next_try_at: knex.raw<Date>("now()"), updated_at: knex.fn.now() })
    return (await this.find(id)) !== null
  }

  async find(id: string): Promise<DeliveryView | null> {
    const row = await this.knex()<DeliveryRow>(DELIVERIES).where({ id }).whereNull("deleted_at").first([...VIEWED])
    return row ?? null
  }

  /** Deliveries, newest first, and how many there are in all. */
  async list(filter: DeliveryFilter, page: Page): Promise<[DeliveryView[], number]> {
    const matching = () => this.knex()<DeliveryRow>(DELIVERIES).where(filter).whereNull("deleted_at")
    const rows = await matching()
      .orderBy([
        { column: "created_at", order: "desc" },
        { column: "id", order: "desc" },
      ])
      .limit(page.limit)
      .offset(page.offset)
      .select([...VIEWED])
    return [rows, await countOf(matching())]
  }
}

/** Doubling pauses, with up to a quarter added so that many do not return at once; null: no more. */
export function pauseBeforeTry(tries: number, mostTries: number, random: () => number = Math.random): number | null {
  if (tries >= mostTries) {
    return null
  }
  const pause = Math.min(FIRST_PAUSE_SECONDS * 2 ** Math.max(0, tries - 1), LONGEST_PAUSE_SECONDS)
  return pause * (1 + random() / 4)
}

function columnsOf(outcome: WebhookOutcome): Record<"outcome" | "outcome_code" | "outcome_details", string | null> {
  const { code, details } = outcome
  return {
    outcome: describeOutcome(outcome),
    outcome_code: code,
    outcome_details: details && JSON.stringify(details),
  }
}

/** PostgreSQL's jsonb takes neither NUL nor half a surrogate pair, which JSON may well contain. */
function storable(value: unknown): unknown {
  if (typeof value === "string") {
    return value.replace(/\0|\p{Surrogate}/gu, "\ufffd")
  }
  if (Array.isArray(value)) {
    return value.map(storable)
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [String(storable(key)), storable(entry)]))
  }
  return value
}
