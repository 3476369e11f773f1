import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DebitRecord } from "../debits/debit-record"
import { DEBITS, toRecord, type DebitRow } from "../debits/debit-rows"
import type { Settings } from "../options"
import { formsOf } from "./pseudonym"

/** Who asks for their data, or to be forgotten. */
export interface Person {
  /** Medusa's customers that are this person: the registered one, and guests of the same e-mail. */
  customer_ids: string[]
  /** In lower case. */
  emails: string[]
}

/** A debit that bears an e-mail of the person and belongs to another customer: whose it is, only the merchant can tell. */
export interface OthersDebit {
  debit_id: string
  customer_id: string | null
}

export interface DebitsOfPerson {
  debits: DebitRecord[]
  others: OthersDebit[]
}

/**
 * The debits of a person: those of the customers, under whatever e-mail, and those of an e-mail that belong to no customer.
 * Whoever types an e-mail into a checkout need not own it, so an e-mail alone makes no other customer's debit theirs.
 */
export async function findDebitsOf(knex: Knex, settings: Settings, person: Person): Promise<DebitsOfPerson> {
  const forms = (emails: string[]) => emails.flatMap((email) => formsOf(email, settings.encryptionKey))
  const asked = forms(person.emails)
  const rows = await select(knex, (query) => {
    void query.whereIn("customer_id", person.customer_ids).orWhere((nobodys) => void nobodys.whereIn("email", asked).whereNull("customer_id"))
  })
  const debits = rows.map(toRecord)
  const seen = new Set(debits.map(({ id }) => id))
  const borne = [...new Set([...asked, ...forms(debits.map(({ email }) => email))])]
  const alike = await select(knex, (query) => void query.whereIn("email", borne))
  const others = alike.filter(({ id, erased_at }) => !seen.has(id) && erased_at === null)
  return { debits, others: others.map(({ id, customer_id }) => ({ debit_id: id, customer_id })) }
}

async function select(knex: Knex, narrow: (query: Knex.QueryBuilder<DebitRow>) => void): Promise<DebitRow[]> {
  return knex<DebitRow>(DEBITS)
    .where(narrow)
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
    .select<DebitRow[]>("*")
}
