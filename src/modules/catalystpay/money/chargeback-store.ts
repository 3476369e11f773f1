import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DebitRecord, EventSource, NewDebitEvent } from "../debits/debit-record"
import { DEBITS, lockDebit, toDate, writeEvent } from "../debits/debit-rows"
import { leastAmount, rawAmount, sumAmounts } from "./money"
import type { ChargebackRecord } from "./money-facts"

const CHARGEBACKS = "catalystpay_chargeback"

/** What is told of a chargeback, or of a return. Amounts are decimal strings in major units. */
export type FoundChargeback = Omit<ChargebackRecord, "id" | "debit_id" | "account" | "booked_at" | "announced_at" | "created_at">

type ChargebackRow = ChargebackRecord & {
  raw_amount: string
  raw_bank_fee: string | null
  updated_at: Date
  deleted_at: Date | null
}

/** Money that went back after it was captured. Each row and the debit's sum are written in one transaction. */
export class ChargebackStore {
  constructor(private readonly knex: () => Knex) {}

  /** A debit's, the oldest first. */
  async ofDebit(debitId: string): Promise<ChargebackRecord[]> {
    return listOf(this.knex(), debitId)
  }

  /**
   * Writes it down once, however often and by how many servers it is told; a reason that was not known before is kept.
   * The debit's sum is made anew from its rows, and is never more than the debit: a return and a chargeback that tell of
   * the same money count once.
   * @returns false when it was known
   */
  async record(debitId: string, found: FoundChargeback, source: EventSource): Promise<boolean> {
    return this.knex().transaction(async (trx) => {
      const debit = await lockDebit(trx, debitId)
      const known = (await listOf(trx, debitId)).find((row) => isSame(row, found))
      if (known) {
        await completeReason(trx, known, found)
        return false
      }
      await insert(trx, debit, found)
      const rows = await listOf(trx, debitId)
      const sum = leastAmount(sumAmounts(rows.map(({ amount }) => amount)), debit.amount)
      await trx(DEBITS)
        .where({ id: debitId })
        .update({
          charged_back_amount: sum,
          raw_charged_back_amount: rawAmount(sum),
          ...(found.kind === "return" && !debit.returned_at ? { returned_at: trx.fn.now() } : {}),
          updated_at: trx.fn.now(),
        })
      await writeEvent(trx, debit, eventOf(found, source), { from: debit.status, to: debit.status })
      return true
    })
  }

  /** Medusa has booked it. */
  async markBooked(id: string): Promise<void> {
    await this.mark(id, "booked_at")
  }

  /** Its event was emitted. */
  async markAnnounced(id: string): Promise<void> {
    await this.mark(id, "announced_at")
  }

  private async mark(id: string, field: "booked_at" | "announced_at"): Promise<void> {
    const knex = this.knex()
    await knex<ChargebackRow>(CHARGEBACKS)
      .where({ id })
      .whereNull(field)
      .update({ [field]: knex.fn.now(), updated_at: knex.fn.now() })
  }
}

/** A debit is returned once, whatever the row calls its transaction. */
function isSame(known: ChargebackRecord, found: FoundChargeback): boolean {
  return known.kind === found.kind && (found.kind === "return" || known.gateway_id === found.gateway_id)
}

function eventOf({ kind, amount, reason_code }: FoundChargeback, source: EventSource): NewDebitEvent {
  return { type: kind === "return" ? "returned" : "charged_back", source, details: { amount, reason_code } }
}

async function insert(trx: Knex.Transaction, debit: DebitRecord, found: FoundChargeback): Promise<void> {
  await trx(CHARGEBACKS).insert({
    ...found,
    id: generateEntityId(undefined, "cpcb"),
    debit_id: debit.id,
    account: debit.account,
    raw_amount: rawAmount(found.amount),
    raw_bank_fee: found.bank_fee === null ? null : rawAmount(found.bank_fee),
  })
}

async function completeReason(trx: Knex.Transaction, known: ChargebackRecord, found: FoundChargeback): Promise<void> {
  if (known.reason_code === null && found.reason_code !== null) {
    const { reason_code, reason_message } = found
    await trx<ChargebackRow>(CHARGEBACKS)
      .where({ id: known.id })
      .update({ reason_code, reason_message, updated_at: trx.fn.now() })
  }
}

async function listOf(knex: Knex, debitId: string): Promise<ChargebackRecord[]> {
  const rows = await knex<ChargebackRow>(CHARGEBACKS)
    .where({ debit_id: debitId })
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
    .select<ChargebackRow[]>("*")
  return rows.map(toRecord)
}

function toRecord(row: ChargebackRow): ChargebackRecord {
  const { raw_amount: _amount, raw_bank_fee: _fee, updated_at: _updated, deleted_at: _deleted, ...record } = row
  return {
    ...record,
    amount: String(row.amount),
    bank_fee: row.bank_fee === null ? null : String(row.bank_fee),
    reported_at: toDate(row.reported_at),
    booked_at: toDate(row.booked_at),
    announced_at: toDate(row.announced_at),
    created_at: new Date(row.created_at),
  }
}
