import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decide, type Decision, type DebitState, type DebitStatus, type DebitTransition } from "../debit-state"
import type { AmountField, DebitPatch, DebitRecord, MandateRecord, NewDebitEvent, NewMandate } from "./debit-record"

export const DEBITS = "catalystpay_debit"
export const EVENTS = "catalystpay_debit_event"
export const MANDATES = "catalystpay_mandate"

type RawAmounts = { [Field in AmountField | "amount" as `raw_${Field}`]: string }

/** The table's columns: Medusa keeps an exact `raw_…` value beside every amount, and the database what `deriveState` says. */
export type DebitRow = DebitRecord & RawAmounts & { state: DebitState; deleted_at: Date | null }

interface EventRow {
  id: string
  debit_id: string
  type: string
  source: string
  attempt: number
  from_status: string | null
  to_status: string | null
  refused: boolean
  details: string | null
}

export interface Transition {
  transition: DebitTransition
  /** The attempt the news speaks of, when it speaks of one. */
  attempt?: number | null
  /** Its type is the transition's name unless it says more. */
  event: Omit<NewDebitEvent, "type"> & { type?: string }
  patch?: DebitPatch
  mandate?: NewMandate
  /** Refuses, without a record, when the debit is no longer as the caller read it. */
  expect?: { status?: DebitStatus; attempt?: number; sealed_iban?: string; captured?: boolean }
}

export function toRecord(row: DebitRow): DebitRecord {
  const {
    raw_amount: _amount,
    raw_captured_amount: _captured,
    raw_refund_due_amount: _due,
    raw_refunded_amount: _refunded,
    raw_charged_back_amount: _chargedBack,
    state: _state,
    deleted_at: _deleted,
    ...record
  } = row
  return {
    ...record,
    amount: String(row.amount),
    captured_amount: String(row.captured_amount),
    refund_due_amount: String(row.refund_due_amount),
    refunded_amount: String(row.refunded_amount),
    charged_back_amount: String(row.charged_back_amount),
    verification_returned_at: toDate(row.verification_returned_at),
    verification_started_at: toDate(row.verification_started_at),
    sealed_at: toDate(row.sealed_at),
    queued_at: toDate(row.queued_at),
    submitted_at: toDate(row.submitted_at),
    repeated_at: toDate(row.repeated_at),
    next_check_at: toDate(row.next_check_at),
    approved_at: toDate(row.approved_at),
    confirmed_at: toDate(row.confirmed_at),
    captured_at: toDate(row.captured_at),
    settled_at: toDate(row.settled_at),
    returned_at: toDate(row.returned_at),
    orphaned_at: toDate(row.orphaned_at),
    forgotten_at: toDate(row.forgotten_at),
    erased_at: toDate(row.erased_at),
    created_at: new Date(row.created_at),
    updated_at: new Date(row.updated_at),
  }
}

/** Medusa's shared connection gives moments as dates, one that MikroORM opened itself gives them as texts. */
export function toDate(moment: Date | null): Date | null {
  return moment === null ? null : new Date(moment)
}

export async function lockDebit(trx: Knex.Transaction, id: string): Promise<DebitRecord> {
  const row = await trx<DebitRow>(DEBITS).where({ id }).forUpdate().first()
  if (!row) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `The ledger has no debit ${id}.`)
  }
  return toRecord(row)
}

/** Asks the state table, after making sure that the caller still speaks of the debit it read. */
export function decideFor(debit: DebitRecord, change: Transition): Decision {
  const { expect } = change
  const captured = Number(debit.captured_amount) > 0
  const moved =
    (expect?.captured !== undefined && expect.captured !== captured) ||
    (expect?.status !== undefined && expect.status !== debit.status) ||
    (expect?.attempt !== undefined && expect.attempt !== debit.attempt) ||
    (expect?.sealed_iban !== undefined && expect.sealed_iban !== debit.sealed_iban)
  if (moved) {
    return { kind: "overtaken", status: debit.status }
  }
  const position = { status: debit.status, attempt: debit.attempt, captured }
  return decide(position, change.transition, change.attempt)
}

export async function writeEvent(
  trx: Knex.Transaction,
  debit: { id: string; attempt: number },
  event: NewDebitEvent,
  step: { from?: DebitStatus; to?: DebitStatus; refused?: boolean },
): Promise<void> {
  await trx<EventRow>(EVENTS).insert({
    id: generateEntityId(undefined, "cpev"),
    debit_id: debit.id,
    type: event.type,
    source: event.source,
    attempt: debit.attempt,
    from_status: step.from ?? null,
    to_status: step.to ?? null,
    refused: step.refused ?? false,
    details: event.details ? JSON.stringify(event.details) : null,
  })
}

/** Whether an event of this type and with these details was written already. */
export async function hasEvent(trx: Knex.Transaction, debitId: string, { type, details }: NewDebitEvent): Promise<boolean> {
  const row = await trx<EventRow>(EVENTS)
    .where({ debit_id: debitId, type })
    .whereRaw("details = ?::jsonb", [JSON.stringify(details ?? null)])
    .first("id")
  return row !== undefined
}

/** An acceptance that was never submitted is replaced by the next one of the same attempt. */
export async function replaceMandate(trx: Knex.Transaction, mandate: NewMandate): Promise<void> {
  const { debit_id, attempt } = mandate
  await trx<MandateRecord>(MANDATES).where({ debit_id, attempt }).whereNull("deleted_at").delete()
  await trx<MandateRecord>(MANDATES).insert({ ...mandate, id: generateEntityId(undefined, "cpman") })
}
