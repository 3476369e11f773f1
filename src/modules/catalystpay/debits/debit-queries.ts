import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isNameless, OPEN_PAGE_STATUSES } from "./collect-mode"
import type { DebitRecord, MandateRecord } from "./debit-record"
import { DEBITS, EVENTS, MANDATES, toRecord, type DebitRow } from "./debit-rows"
import { isReplaced, type DebitStatus } from "../debit-state"

/** Somebody at CatalystPay. */
export interface LeadOfTenant {
  /** Those of one tenant. */
  accounts: string[]
  /** The values under which the lead's e-mail may stand in the ledger. */
  emails: string[]
}

export type CollectedLike = Pick<LeadOfTenant, "accounts"> & Pick<DebitRecord, "iban_last4"> & { emails: string[] | null }

const MAYBE_ACTIVE: DebitStatus[] = ["opened", "ready", "queued", "submitting", "awaiting_verification", "declined"]

const MAYBE_PAID_ON_PAGE: DebitStatus[] = [...OPEN_PAGE_STATUSES, "approved"]

const UNPAID: DebitStatus[] = ["opened", "ready", "queued", "declined", "failed", "cancelled", "superseded"]

/** In the event that cancelled a debit: its session was over already, and CatalystPay did not say by what. */
export const FOUND_OVER = { session: "over" } as const

type Conditions = Partial<DebitRecord>

/** Finds debits, by each of the names that somebody has for them. */
export class DebitQueries {
  constructor(protected readonly knex: () => Knex) {}

  async byId(id: string): Promise<DebitRecord | null> {
    return this.newest({ id })
  }

  /**
   * The debit that speaks for a Medusa payment session now: a replaced one, or one that was paid at the gateway, only if
   * there is no other.
   */
  async bySession(paymentSessionId: string): Promise<DebitRecord | null> {
    const rows = await this.select({ payment_session_id: paymentSessionId })
    const current = rows.filter((debit) => !isReplaced(debit.status))
    return current.find(({ origin }) => origin === "store") ?? current[0] ?? rows[0] ?? null
  }

  async bySessionToken(sessionToken: string): Promise<DebitRecord | null> {
    return this.newest({ session_token: sessionToken })
  }

  async byReference(reference: string): Promise<DebitRecord | null> {
    return this.newest({ reference })
  }

  async byTransaction(transactionId: string): Promise<DebitRecord | null> {
    return this.newest({ transaction_id: transactionId })
  }

  async byMerchantTransaction(merchantTransactionId: string): Promise<DebitRecord | null> {
    return this.newest({ merchant_transaction_id: merchantTransactionId })
  }

  /** @param gatewayReference the processor's id of its transaction */
  async byGatewayReference(gatewayReference: string): Promise<DebitRecord | null> {
    return this.newest({ gateway_reference: gatewayReference })
  }

  async byOrderNumber(orderNumber: string): Promise<DebitRecord | null> {
    return this.newest({ order_number: orderNumber })
  }

  async byCollection(paymentCollectionId: string): Promise<DebitRecord[]> {
    return this.select({ payment_collection_id: paymentCollectionId })
  }

  async byCollections(paymentCollectionIds: string[]): Promise<DebitRecord[]> {
    return this.select({}, (query) => query.whereIn("payment_collection_id", paymentCollectionIds))
  }

  /** The payment collections of some debits, by the debit's id. */
  async collectionsOf(debitIds: string[]): Promise<Map<string, string>> {
    const rows = await this.knex()<DebitRow>(DEBITS).whereIn("id", debitIds).select("id", "payment_collection_id")
    return new Map(rows.map(({ id, payment_collection_id }) => [id, payment_collection_id]))
  }

  /** The debits of a cart, newest first. */
  async byCart(cartId: string): Promise<DebitRecord[]> {
    return this.select({ cart_id: cartId })
  }

  /** Debits of one lead whose CatalystPay session may still be active. */
  async activeOfLead(lead: LeadOfTenant): Promise<DebitRecord[]> {
    return this.ofLead(lead, MAYBE_ACTIVE)
  }

  /** Debits of one lead that have failed, newest first. */
  async failedOfLead(lead: LeadOfTenant): Promise<DebitRecord[]> {
    return this.ofLead(lead, ["failed"])
  }

  /**
   * Debits of a bank account, of a lead, or of both, that were approved, those that came back since among them: what is
   * null is not looked at.
   */
  async collectedLike({ accounts, emails, iban_last4 }: CollectedLike): Promise<DebitRecord[]> {
    return this.select(iban_last4 === null ? {} : { iban_last4 }, (query) => {
      const collected = query.whereIn("account", accounts).where((either) => {
        void either.where({ status: "approved" }).orWhereNotNull("returned_at")
      })
      return emails === null ? collected : collected.whereIn("email", emails)
    })
  }

  /** Approved debits whose mandate CatalystPay calls so. @param accounts those of one tenant */
  async approvedUnderMandate(accounts: string[], mandateReference: string): Promise<DebitRecord[]> {
    const ids = this.knex()(MANDATES).where({ reference: mandateReference }).whereNull("deleted_at").select("debit_id")
    return this.select({ status: "approved" }, (query) => query.whereIn("account", accounts).whereIn("id", ids))
  }

  /** Debits of one lead that are not paid, as far as this store knows, newest first. */
  async unpaidOfLead(lead: LeadOfTenant): Promise<DebitRecord[]> {
    return this.ofLead(lead, UNPAID)
  }

  /** Debits of one lead that the gateway has, or may have, newest first. */
  async submittedOfLead(lead: LeadOfTenant): Promise<DebitRecord[]> {
    return this.ofLead(lead, ["submitting", "awaiting_verification", "approved"])
  }

  /**
   * Debits of one lead that were paid under an id that this store does not know, or may have been on CatalystPay's page;
   * newest first.
   */
  async namelessOfLead(lead: LeadOfTenant): Promise<DebitRecord[]> {
    const debits = await this.ofLead(lead, MAYBE_PAID_ON_PAGE, { transaction_id: null })
    return debits.filter(isNameless)
  }

  /** Debits that wait for their turn at the gateway, the oldest first. */
  async queued(limit: number): Promise<DebitRecord[]> {
    return this.select({ status: "queued" }, (query) => query.clearOrder().orderBy("queued_at").limit(limit))
  }

  async mandateOf(debitId: string, attempt: number): Promise<MandateRecord | null> {
    const row = await this.knex()<MandateRecord>(MANDATES).where({ debit_id: debitId, attempt }).whereNull("deleted_at").first()
    return row ?? null
  }

  /** Whether the debit was cancelled and its session was not: somebody else had ended it, perhaps by paying. */
  async wasFoundOver(debitId: string): Promise<boolean> {
    const events = this.knex()(EVENTS).where({ debit_id: debitId }).whereIn("type", ["cancelled", "superseded"])
    const found: unknown = await events.whereRaw("details @> ?::jsonb", [JSON.stringify(FOUND_OVER)]).first("id")
    return found !== undefined
  }

  private async ofLead(
    { accounts, emails }: LeadOfTenant,
    statuses: DebitStatus[],
    conditions: Conditions = {},
  ): Promise<DebitRecord[]> {
    return this.select(conditions, (query) => query.whereIn("account", accounts).whereIn("email", emails).whereIn("status", statuses))
  }

  private async newest(conditions: Conditions): Promise<DebitRecord | null> {
    const rows = await this.select(conditions, (query) => query.limit(1))
    return rows[0] ?? null
  }

  private async select(
    conditions: Conditions,
    narrow: (query: Knex.QueryBuilder<DebitRow, DebitRow[]>) => Knex.QueryBuilder<DebitRow, DebitRow[]> = (query) => query,
  ): Promise<DebitRecord[]> {
    const query = this.knex()<DebitRow>(DEBITS)
      .where(conditions)
      .whereNull("deleted_at")
      .orderBy("created_at", "desc")
      .select<DebitRow[]>("*")
    const rows = await narrow(query)
    return rows.map(toRecord)
  }
}
