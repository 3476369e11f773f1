import { createHash } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { maskIbansDeep } from "../../gateway"
import { readWebhook, type IncomingWebhook, type ReadWebhook } from "./incoming-webhook"

const DELIVERIES = "catalystpay_webhook_delivery"
/** A claim that is not finished within this time belonged to a process that died. */
const CLAIM_SECONDS = 60
const MOST_TRIES = 12
const FIRST_PAUSE_SECONDS = 2
const LONGEST_PAUSE_SECONDS = 3600

export interface Delivery {
  id: string
  account: string
  event_name: string
  payload: unknown
  tries: number
}

interface DeliveryRow extends Delivery {
  fingerprint: string
  status: "received" | "processing" | "processed" | "ignored" | "failed"
  received_count: number
  next_try_at: Date
  processed_at: Date | null
  outcome: string | null
  debit_id: string | null
  updated_at: Date
}

/** Signed webhooks, durable before they are answered, each one row however often it comes. */
export class Inbox {
  constructor(private readonly knex: () => Knex) {}

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
    const id = generateEntityId(undefined, "cpwh")
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
    return knex<DeliveryRow>(DELIVERIES)
      .whereIn("id", narrow(due))
      .update({
        status: "processing",
        tries: knex.raw<number>("tries + 1"),
        next_try_at: knex.raw<Date>("now() + (? * interval '1 second')", [CLAIM_SECONDS]),
        updated_at: knex.fn.now(),
      })
      .returning(["id", "account", "event_name", "payload", "tries"])
  }

  async finish(id: string, result: { status: "processed" | "ignored"; outcome: string; debit_id: string | null }): Promise<void> {
    const knex = this.knex()
    await knex<DeliveryRow>(DELIVERIES)
      .where({ id })
      .update({ ...result, processed_at: knex.fn.now(), updated_at: knex.fn.now() })
  }

  /** Puts a delivery back for later, or gives it up after too many tries. @returns seconds until the next try */
  async retryLater(delivery: Delivery, outcome: string): Promise<number | null> {
    const knex = this.knex()
    const pause = pauseBeforeTry(delivery.tries)
    await knex<DeliveryRow>(DELIVERIES)
      .where({ id: delivery.id })
      .update({
        status: pause === null ? "failed" : "received",
        outcome,
        next_try_at: knex.raw<Date>("now() + (? * interval '1 second')", [pause ?? 0]),
        updated_at: knex.fn.now(),
      })
    return pause
  }
}

/** Doubling pauses, with up to a quarter added so that many do not return at once; null: no more. */
export function pauseBeforeTry(tries: number, random: () => number = Math.random): number | null {
  if (tries >= MOST_TRIES) {
    return null
  }
  const pause = Math.min(FIRST_PAUSE_SECONDS * 2 ** Math.max(0, tries - 1), LONGEST_PAUSE_SECONDS)
  return pause * (1 + random() / 4)
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
