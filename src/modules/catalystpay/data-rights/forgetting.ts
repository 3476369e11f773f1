import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DebitPatch, DebitRecord, MandateRecord } from "../debits/debit-record"
import { DEBITS, lockDebit, MANDATES, toDate, toRecord, writeEvent, type DebitRow } from "../debits/debit-rows"
import type { LedgerContext } from "../ledger-context"
import { redact, DELIVERIES, DONE_WITH, type StoredDelivery } from "./deliveries"
import { addMonths, planForgetting, type ForgetPlan } from "./forget-plan"
import { pseudonymOf } from "./pseudonym"

const CHARGEBACKS = "catalystpay_chargeback"
const REFUNDS = "catalystpay_refund"
const PROBLEMS = "catalystpay_problem"
/** Months have different lengths: what may be over is looked at by the plan. */
const MARGIN_MS = 4 * 24 * 60 * 60 * 1000

/** What became of a debit that is to be forgotten. */
export interface Forgotten {
  debit: DebitRecord
  plan: ForgetPlan
  /** False when all was as it is already. */
  changed: boolean
}

/** Erases what is known of a person, debit by debit; each of them in one transaction, so that a second run takes up the rest. */
export class Forgetting {
  constructor(
    private readonly knex: () => Knex,
    private readonly context: () => LedgerContext,
  ) {}

  /** Erases what is not evidence any more; a second time it erases what came since. */
  async forget(debitId: string): Promise<Forgotten> {
    const { faults } = this.context()
    const done = await this.knex().transaction((trx) => this.forgetLocked(trx, debitId))
    await faults.at("after_debit_was_forgotten", debitId)
    return done
  }

  private async forgetLocked(trx: Knex.Transaction, debitId: string): Promise<Forgotten> {
    const { settings, now } = this.context()
    const debit = await lockDebit(trx, debitId)
    const plan = planForgetting({
      debit,
      mandates: await trx<MandateRecord>(MANDATES).where({ debit_id: debitId }).select("id", "attempt"),
      last_back_at: await lastBackAt(trx, debitId),
      pseudonym: pseudonymOf(debit.email, settings.encryptionKey),
      evidenceMonths: settings.retention.evidenceMonths,
      now: now(),
    })
    const patch = changesOf(debit, plan.patch)
    const deleted = await trx(MANDATES).whereIn("id", plan.mandates).delete()
    const silenced = await trx(CHARGEBACKS).where({ debit_id: debitId }).whereNotNull("reason_message").update({ reason_message: null })
    const notes =
      (await trx(REFUNDS).where({ debit_id: debitId }).whereNotNull("marked_done_note").update({ marked_done_note: null })) +
      (await trx(PROBLEMS).where({ debit_id: debitId }).whereNotNull("dismissal_note").update({ dismissal_note: null }))
    const written = Object.keys(patch).length
    if (written + deleted + silenced + notes > 0) {
      await trx(DEBITS)
        .where({ id: debitId })
        .update({ ...patch, updated_at: trx.fn.now() })
    }
    if (patch.session_token) {
      // They are found by the token that stands for the one that was erased.
      await trx(DELIVERIES).where({ debit_id: debitId }).update({ forgotten_at: null })
    }
    const redacted = await this.redactWhere(trx, (rows) => rows.where({ debit_id: debitId }))
    if (patch.forgotten_at && plan.kept) {
      await writeEvent(trx, debit, { type: "forgotten", source: "store", details: { kept: plan.kept.why } }, sameStatus(debit))
    }
    if (patch.erased_at) {
      await writeEvent(trx, debit, { type: "erased", source: "store" }, sameStatus(debit))
    }
    return { debit: { ...debit, ...patch }, plan, changed: written + deleted + silenced + notes + redacted > 0 }
  }

  /** Forgotten debits of which something is to be erased now, by id. @param after the id of the last one seen */
  async due(limit: number, after: string): Promise<DebitRecord[]> {
    const { settings, now } = this.context()
    const evidenceFrom = addMonths(now(), -settings.retention.evidenceMonths)
    const rows = await this.knex()<DebitRow>(DEBITS)
      .whereNotNull("forgotten_at")
      .whereNull("erased_at")
      .whereNull("deleted_at")
      .where("id", ">", after)
      .where((either) => {
        void either
          .where("created_at", "<", new Date(evidenceFrom.getTime() + MARGIN_MS))
          // It collected nothing, or its session is still to be cancelled.
          .orWhereRaw("(status not in ('queued', 'submitting', 'awaiting_verification', 'approved') and approved_at is null)")
          // What CatalystPay has told since.
          .orWhereRaw("coalesce(iban_country, bank_name, bic, error_gateway_message) is not null")
          .orWhereRaw(`exists (select from ${REFUNDS} as r where r.debit_id = catalystpay_debit.id and r.marked_done_note is not null)`)
          .orWhereRaw(`exists (select from ${PROBLEMS} as p where p.debit_id = catalystpay_debit.id and p.dismissal_note is not null)`)
          .orWhereRaw("exists (select from catalystpay_chargeback as c where c.debit_id = catalystpay_debit.id and c.reason_message is not null)")
      })
      .orderBy("id")
      .limit(limit)
      .select<DebitRow[]>("*")
    return rows.map(toRecord)
  }

  /** Webhooks that came, or were done with, since their debit was forgotten. @returns how many were redacted */
  async redactLate(limit: number): Promise<number> {
    return this.knex().transaction((trx) => {
      const forgotten = trx(DEBITS).whereNotNull("forgotten_at").select("id")
      return this.redactWhere(trx, (rows) => rows.whereIn("debit_id", forgotten).limit(limit))
    })
  }

  /** Takes what they say of a person out of webhooks that are done with. @returns how many */
  async redactWhere(
    trx: Knex.Transaction,
    narrow: (rows: Knex.QueryBuilder<StoredDelivery>) => Knex.QueryBuilder<StoredDelivery>,
    isMeant: (delivery: StoredDelivery) => boolean = () => true,
  ): Promise<number> {
    const { settings } = this.context()
    const rows = trx<StoredDelivery>(DELIVERIES).whereIn("status", [...DONE_WITH]).whereNull("forgotten_at").whereNull("deleted_at")
    const found = await narrow(rows).forUpdate().select<StoredDelivery[]>("id", "account", "event_name", "payload", "debit_id")
    const meant = found.filter(isMeant)
    for (const delivery of meant) {
      const debit = await trx<DebitRow>(DEBITS).where({ id: delivery.debit_id ?? "" }).first("session_token")
      const payload = JSON.stringify(redact(settings, delivery, debit?.session_token ?? null))
      await trx(DELIVERIES)
        .where({ id: delivery.id })
        .update({ payload, forgotten_at: trx.fn.now(), updated_at: trx.fn.now() })
    }
    return meant.length
  }
}

function sameStatus({ status }: DebitRecord): { from: DebitRecord["status"]; to: DebitRecord["status"] } {
  return { from: status, to: status }
}

/** What of a patch is not as it is already. */
function changesOf(debit: DebitRecord, patch: DebitPatch): DebitPatch {
  const before = new Map<string, unknown>(Object.entries(debit))
  return Object.fromEntries(Object.entries(patch).filter(([key, value]) => before.get(key) !== value))
}

/** When money went back of a debit, or was asked back, for the last time. */
async function lastBackAt(trx: Knex.Transaction, debitId: string): Promise<Date | null> {
  const { rows } = await trx.raw<{ rows: { at: Date | null }[] }>(
    `select max(at) as at from (
       select greatest(reported_at, created_at) as at from ${CHARGEBACKS} where debit_id = :debitId
       union all select greatest(due_at, confirmed_at) from ${REFUNDS} where debit_id = :debitId
       union all select greatest(processed_at, created_at) from catalystpay_refund_receipt where debit_id = :debitId
     ) as moments`,
    { debitId },
  )
  return toDate(rows[0]?.at ?? null)
}
