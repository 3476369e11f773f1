import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rawAmount } from "../money/money"
import { CatalystPayError } from "../errors"
import { DebitQueries } from "./debit-queries"
import type { Decision } from "../debit-state"
import type { DebitPatch, DebitRecord, MandateRecord, NewDebitEvent } from "./debit-record"
import {
  DEBITS,
  decideFor,
  hasEvent,
  lockDebit,
  MANDATES,
  replaceMandate,
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
  | "attempts_remaining"
>

export interface TransitionResult {
  decision: Decision
  debit: DebitRecord
}

/**
 * Moves debits. Every move locks the row for one short transaction, asks the state table, and writes the
 * debit and its event together; no lock is held across a network call.
 */
export class DebitStore extends DebitQueries {
  /** @param onMoved told after the commit, for every transition that was applied. */
  constructor(
    knex: () => Knex,
    private readonly onMoved: (debit: DebitRecord) => Promise<void>,
  ) {
    super(knex)
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

  private async require(id: string): Promise<DebitRecord> {
    const debit = await this.byId(id)
    if (!debit) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `The ledger has no debit ${id}.`)
    }
    return debit
  }
}

/** jsonb columns are written as text. */
function columns(patch: DebitPatch): Record<string, unknown> {
  const { iban_check, ...rest } = patch
  return iban_check ? { ...rest, iban_check: JSON.stringify(iban_check) } : { ...patch }
}
