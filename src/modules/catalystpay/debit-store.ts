import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rawAmount } from "./money"
import { CatalystPayError } from "./errors"
import { isReplaced, type Decision, type DebitStatus } from "./debit-state"
import type { DebitPatch, DebitRecord, MandateRecord, NewDebitEvent } from "./debit-record"
import {
  DEBITS,
  decideFor,
  hasEvent,
  lockDebit,
  MANDATES,
  replaceMandate,
  toRecord,
  writeEvent,
  type DebitRow,
  type Transition,
} from "./debit-rows"

export type { Transition } from "./debit-rows"

export type NewDebit = Pick<
  DebitRecord,
  | "account"
  | "collect"
  | "payment_session_id"
  | "payment_collection_id"
  | "cart_id"
  | "order_id"
  | "customer_id"
  | "email"
  | "amount"
  | "currency_code"
  | "session_token"
  | "payment_url"
>

export interface TransitionResult {
  decision: Decision
  debit: DebitRecord
}

/** Somebody at CatalystPay. */
export interface LeadOfTenant {
  /** Those of one tenant. */
  accounts: string[]
  /** The values under which the lead's e-mail may stand in the ledger. */
  emails: string[]
}

export type CollectedLike = Pick<LeadOfTenant, "accounts"> & Pick<DebitRecord, "iban_last4"> & { emails: string[] | null }

const MAYBE_ACTIVE: DebitStatus[] = ["opened", "ready", "queued", "submitting", "awaiting_verification", "declined"]

const MAYBE_PAID_ON_PAGE: DebitStatus[] = ["opened", "submitting", "awaiting_verification", "declined", "approved"]

const UNPAID: DebitStatus[] = ["opened", "ready", "queued", "declined", "failed", "cancelled", "superseded"]

type Conditions = Partial<DebitRecord>

/**
 * Reads and moves debits. Every move locks the row for one short transaction, asks the state table, and writes the
 * debit and its event together; no lock is held across a network call.
 */
export class DebitStore {
  /** @param onMoved told after the commit, for every transition that was applied. */
  constructor(
    private readonly knex: () => Knex,
    private readonly onMoved: (debit: DebitRecord) => Promise<void>,
  ) {}

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
   * Debits of one lead that are, or may be, paid on CatalystPay's page, under an id that this store does not know; newest
   * first.
   */
  async namelessOfLead(lead: LeadOfTenant): Promise<DebitRecord[]> {
    return this.ofLead(lead, MAYBE_PAID_ON_PAGE, { collect: "hosted", transaction_id: null })
  }

  /** Debits that wait for their turn at the gateway, the oldest first. */
  async queued(limit: number): Promise<DebitRecord[]> {
    return this.select({ status: "queued" }, (query) => query.clearOrder().orderBy("queued_at").limit(limit))
  }

  async mandateOf(debitId: string, attempt: number): Promise<MandateRecord | null> {
    const row = await this.knex()<MandateRecord>(MANDATES).where({ debit_id: debitId, attempt }).whereNull("deleted_at").first()
    return row ?? null
  }

  async insert(debit: NewDebit, event: Omit<NewDebitEvent, "type">): Promise<DebitRecord> {
    const id = generateEntityId(undefined, "cpdeb")
    await this.knex().transaction(async (trx) => {
      await trx(DEBITS).insert({
        ...debit,
        id,
        status: "opened",
        attempt: 0,
        raw_amount: rawAmount(debit.amount),
        raw_captured_amount: rawAmount("0"),
        raw_refund_due_amount: rawAmount("0"),
        raw_refunded_amount: rawAmount("0"),
        raw_charged_back_amount: rawAmount("0"),
      })
      await writeEvent(trx, { id, attempt: 0 }, { ...event, type: "opened" }, { to: "opened" })
    })
    return this.require(id)
  }

  /**
   * Applies one piece of news. What the state table does not list is recorded as refused and changes nothing.
   */
  async apply(id: string, change: Transition): Promise<TransitionResult> {
    const decision = await this.knex().transaction(async (trx) => {
      const debit = await lockDebit(trx, id)
      const decided = decideFor(debit, change)
      if (decided.kind === "repeated" || decided.kind === "overtaken") {
        return decided
      }
      const event: NewDebitEvent = { type: change.transition, ...change.event }
      if (decided.kind === "refused") {
        const details = { ...event.details, reason: decided.reason }
        await writeEvent(trx, debit, { ...event, details }, { from: debit.status, refused: true })
        return decided
      }
      const patch = change.patch ?? {}
      await trx(DEBITS)
        .where({ id })
        .update({ ...columns(patch), status: decided.to, updated_at: trx.fn.now() })
      await writeEvent(trx, { id, attempt: patch.attempt ?? debit.attempt }, event, { from: decided.from, to: decided.to })
      if (change.mandate) {
        await replaceMandate(trx, change.mandate)
      }
      return decided
    })
    const debit = await this.require(id)
    if (decision.kind === "applied" && decision.from !== decision.to) {
      await this.onMoved(debit)
    }
    return { decision, debit }
  }

  /** Writes facts that no status depends on, with an event when there is something to tell. */
  async note(id: string, patch: DebitPatch, event: NewDebitEvent | null): Promise<DebitRecord> {
    await this.knex().transaction(async (trx) => {
      const debit = await lockDebit(trx, id)
      await trx(DEBITS)
        .where({ id })
        .update({ ...columns(patch), updated_at: trx.fn.now() })
      if (event) {
        await writeEvent(trx, debit, event, { from: debit.status, to: debit.status })
      }
    })
    return this.require(id)
  }

  /** Like `note`, when the debit is still as the fact needs it: the row is locked while it is looked at. */
  async noteOnce(
    id: string,
    holds: (debit: DebitRecord) => boolean,
    patch: DebitPatch,
    event: NewDebitEvent,
  ): Promise<{ debit: DebitRecord; first: boolean }> {
    const first = await this.knex().transaction(async (trx) => {
      const debit = await lockDebit(trx, id)
      if (!holds(debit)) {
        return false
      }
      await trx(DEBITS)
        .where({ id })
        .update({ ...columns(patch), updated_at: trx.fn.now() })
      await writeEvent(trx, debit, event, { from: debit.status, to: debit.status })
      return true
    })
    return { debit: await this.require(id), first }
  }

  /**
   * Writes down what a further transaction of the debit's mandate says, once for each transaction and status.
   * @returns false when it was known
   */
  async noteTransaction(id: string, event: NewDebitEvent): Promise<boolean> {
    return this.knex().transaction(async (trx) => {
      const debit = await lockDebit(trx, id)
      if (await hasEvent(trx, id, event)) {
        return false
      }
      await writeEvent(trx, debit, event, { from: debit.status, to: debit.status })
      return true
    })
  }

  /**
   * The full amount was captured in Medusa; told once.
   * @throws CatalystPayError `debit_not_approved` when the debit came back at the same moment
   */
  async recordCapture(id: string): Promise<DebitRecord> {
    await this.knex().transaction(async (trx) => {
      const debit = await lockDebit(trx, id)
      if (debit.captured_at) {
        return
      }
      if (debit.status !== "approved") {
        throw new CatalystPayError("debit_not_approved", { developer: `The debit is ${debit.status}: there is nothing to capture.` })
      }
      await trx<DebitRow>(DEBITS)
        .where({ id })
        .update({
          captured_amount: debit.amount,
          raw_captured_amount: rawAmount(debit.amount),
          captured_at: trx.fn.now(),
          updated_at: trx.fn.now(),
        })
      const event: NewDebitEvent = { type: "captured", source: "medusa", details: { amount: debit.amount } }
      await writeEvent(trx, debit, event, { from: debit.status, to: debit.status })
    })
    return this.require(id)
  }

  /**
   * Takes the shopper's return from the verification page: true for one caller per return, so that `/verify/` is sent
   * once for each.
   */
  async claimVerification(id: string): Promise<boolean> {
    const knex = this.knex()
    const claimed: number = await knex<DebitRow>(DEBITS)
      .where({ id, status: "awaiting_verification" })
      .whereNotNull("verification_returned_at")
      .whereRaw("verification_started_at IS DISTINCT FROM verification_returned_at")
      .update({ verification_started_at: knex.raw<Date>("verification_returned_at") })
    return claimed > 0
  }

  /** The `/verify/` of a claimed return certainly never arrived: the return may be taken again. */
  async releaseVerification(id: string): Promise<void> {
    await this.knex()<DebitRow>(DEBITS).where({ id }).update({ verification_started_at: null })
  }

  /** What CatalystPay calls the mandate, known only after submission. */
  async completeMandate(debitId: string, attempt: number, known: Pick<MandateRecord, "reference" | "sequence_type" | "bic">): Promise<void> {
    await this.knex()(MANDATES)
      .where({ debit_id: debitId, attempt })
      .whereNull("deleted_at")
      .update({ ...known, updated_at: this.knex().fn.now() })
  }

  /** What CatalystPay calls the mandate, where no answer said so. */
  async nameMandate(debitId: string, attempt: number, reference: string): Promise<void> {
    await this.knex()(MANDATES)
      .where({ debit_id: debitId, attempt, reference: null })
      .whereNull("deleted_at")
      .update({ reference, updated_at: this.knex().fn.now() })
  }

  private async ofLead(
    { accounts, emails }: LeadOfTenant,
    statuses: DebitStatus[],
    conditions: Conditions = {},
  ): Promise<DebitRecord[]> {
    return this.select(conditions, (query) => query.whereIn("account", accounts).whereIn("email", emails).whereIn("status", statuses))
  }

  private async require(id: string): Promise<DebitRecord> {
    const debit = await this.byId(id)
    if (!debit) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `The ledger has no debit ${id}.`)
    }
    return debit
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

/** jsonb columns are written as text. */
function columns(patch: DebitPatch): Record<string, unknown> {
  const { iban_check, ...rest } = patch
  return iban_check ? { ...rest, iban_check: JSON.stringify(iban_check) } : { ...patch }
}
