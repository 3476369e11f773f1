import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DebitRecord } from "../debits/debit-record"
import { DELIVERIES, type StoredDelivery } from "./deliveries"
import type { DebitsOfPerson, Person } from "./person"
import { mentions } from "./webhook-remains"

type Rows = Knex.QueryBuilder<StoredDelivery>

/** Picks webhooks that were assigned to no debit and speak of a person. */
export interface LooseDeliveries {
  /** Roughly, by the database: a text may be a part of another's. */
  narrow: (rows: Rows) => Rows
  /** Exactly. */
  isMeant: (delivery: StoredDelivery) => boolean
}

/**
 * Pure: by the ids of the person's debits, and by the person's e-mails, unless others bear them, too. Null where there is
 * nothing to look for.
 */
export function looseDeliveriesOf(person: Person, { debits, others }: DebitsOfPerson): LooseDeliveries | null {
  const emails = others.length === 0 ? person.emails : []
  const texts = new Set([...emails, ...debits.flatMap(idsOf)].map((text) => text.toLowerCase()))
  if (texts.size === 0) {
    return null
  }
  const occurs = `exists (select from unnest(?::text[]) as wanted where position(wanted in lower(${DELIVERIES}.payload::text)) > 0)`
  return {
    narrow: (rows) => rows.whereNull("debit_id").whereRaw(occurs, [[...texts]]),
    isMeant: ({ payload }) => mentions(payload, texts),
  }
}

function idsOf({ session_token, reference, transaction_id, merchant_transaction_id }: DebitRecord): string[] {
  return [session_token, reference, transaction_id, merchant_transaction_id].filter((id) => id !== null)
}
