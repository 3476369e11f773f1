import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { DEBITS, MANDATES, type DebitRow } from "../debits/debit-rows"
import type { DebitState } from "../debit-state"
import { OWNER_MS } from "../debits/due-debits"
import { OPEN_PROBLEMS_OF_DEBITS } from "../problems/problems"
import type { SearchTerms } from "./search"

/** Which debits a list holds: those that meet all that is given. */
export interface DebitFilter {
  search?: Pick<SearchTerms, "names" | "last4"> & {
    /** Those of the order that is looked for. */
    payment_collection_ids: string[]
  }
  states?: DebitState[]
  accounts?: string[]
  /** As CatalystPay said: a debit that it has said nothing of is neither live nor a test. */
  livemode?: boolean
  /** True: what the merchant may have to act on. */
  trouble?: boolean
  /** Opened at this moment or later. */
  from?: Date
  /** Opened earlier than this. */
  before?: Date
  payment_collection_ids?: string[]
  customer_id?: string
}

/** Money that went back, is to go back, or pays for nothing. */
const TROUBLED_STATES: DebitState[] = ["charged_back", "orphaned", "refund_due"]

/** Columns that hold a name which somebody may have copied from somewhere. */
const NAMES = [
  "id",
  "reference",
  "payment_session_id",
  "order_number",
  "transaction_id",
  "merchant_transaction_id",
  "gateway_reference",
] as const satisfies readonly (keyof DebitRow)[]

type Rows = Knex.QueryBuilder<DebitRow>

/** The rows that a list is made of. */
export function rowsWhere(knex: Knex, filter: DebitFilter, now: Date): Rows {
  const rows: Rows = knex<DebitRow>(DEBITS).whereNull("deleted_at")
  const { search, states, accounts, livemode, trouble, from, before, payment_collection_ids, customer_id } = filter
  if (search) void rows.where((either) => searched(knex, either, search))
  if (states) void rows.whereIn("state", states)
  if (accounts) void rows.whereIn("account", accounts)
  if (livemode !== undefined) void rows.where({ livemode })
  if (trouble) void rows.where((either) => troubled(either, now))
  if (from) void rows.where("created_at", ">=", from)
  if (before) void rows.where("created_at", "<", before)
  if (payment_collection_ids) void rows.whereIn("payment_collection_id", payment_collection_ids)
  if (customer_id !== undefined) void rows.where({ customer_id })
  return rows
}

/** Each of the alternatives has its index. */
function searched(knex: Knex, either: Rows, { names, last4, payment_collection_ids }: NonNullable<DebitFilter["search"]>): void {
  for (const column of NAMES) {
    void either.orWhereIn(column, names)
  }
  const ofMandate = knex(MANDATES).whereIn("reference", names).whereNull("deleted_at").select("debit_id")
  void either.orWhereRaw("id = any(array(?))", [ofMandate]).orWhereIn("payment_collection_id", payment_collection_ids)
  if (last4 !== null) {
    // Of somebody who was forgotten it is kept as evidence, and not to be looked for.
    void either.orWhere((ofIban) => void ofIban.where({ iban_last4: last4 }).whereNull("forgotten_at"))
  }
}

function troubled(either: Rows, now: Date): void {
  const lost = new Date(now.getTime() - OWNER_MS)
  void either
    .whereIn("state", TROUBLED_STATES)
    .orWhere((unknown) => void unknown.where({ status: "submitting" }).where("submitted_at", "<=", lost))
    .orWhereRaw(`id = any(array(${OPEN_PROBLEMS_OF_DEBITS}))`)
}
