import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DebitRecord, MandateRecord } from "../debits/debit-record"
import { EVENTS, MANDATES } from "../debits/debit-rows"
import type { ViewedEvent } from "../debits/event-view"
import type { DeliveryView } from "../webhooks/inbox"
import type { LedgerContext } from "../ledger-context"
import type { MoneyBack } from "../money/money-facts"
import type { ProblemRecord } from "../problems/problems"
import { DELIVERIES, type StoredDelivery } from "./deliveries"
import { debitOf, webhookOf, type DebitOfCustomer, type WebhookOfCustomer } from "./export-debit"
import { looseDeliveriesOf } from "./loose-deliveries"
import type { DebitsOfPerson, Person } from "./person"

/** All that the ledger holds about a person, in words that the person can read. Times are ISO 8601. */
export interface CustomerData {
  /** When this was put together. */
  as_of: string
  person: { customer_ids: string[]; emails: string[] }
  /** The oldest first. */
  debits: DebitOfCustomer[]
  /** What came by webhook, speaks of the person and belongs to none of the debits. */
  other_webhooks: WebhookOfCustomer[]
}

/** The rows of a debit that the export is made of. */
export interface RowsOfDebit {
  debit: DebitRecord
  mandates: MandateRecord[]
  events: ViewedEvent[]
  money: MoneyBack
  problems: ProblemRecord[]
  deliveries: DeliveryView[]
}

export async function exportOf(knex: Knex, person: Person, found: DebitsOfPerson, context: LedgerContext): Promise<CustomerData> {
  const debits: DebitOfCustomer[] = []
  for (const debit of found.debits) {
    debits.push(debitOf(await rowsOf(knex, debit, context), context.settings))
  }
  const loose = looseDeliveriesOf(person, found)
  const rows = loose ? await loose.narrow(knex<StoredDelivery>(DELIVERIES).whereNull("deleted_at")).orderBy("created_at").select<DeliveryView[]>("*") : []
  return {
    as_of: context.now().toISOString(),
    person: { ...person },
    debits,
    other_webhooks: rows.filter((row) => loose?.isMeant(row)).map((row) => webhookOf(row, context.settings)),
  }
}

async function rowsOf(knex: Knex, debit: DebitRecord, { chargebacks, refunds, problems }: LedgerContext): Promise<RowsOfDebit> {
  const { id } = debit
  const of = (table: string) => knex(table).where({ debit_id: id }).whereNull("deleted_at").orderBy(["created_at", "id"])
  return {
    debit,
    mandates: await of(MANDATES).select<MandateRecord[]>("*"),
    events: await of(EVENTS).select<ViewedEvent[]>("*"),
    money: { chargebacks: await chargebacks.ofDebit(id), refunds: await refunds.ofDebit(id), receipts: await refunds.receiptsOf(id) },
    problems: await problems.ofDebit(id),
    deliveries: await of(DELIVERIES).select<DeliveryView[]>("*"),
  }
}
