import type { PaymentResult } from "../../../gateway"
import { reportMismatch } from "./amount-mismatch"
import type { DebitRecord, EventSource } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"
import { outcomeOfResult, type Outcome } from "./outcome"

/** Writes down what `/pay/` or `/verify/` answered. */
export async function recordResult(context: LedgerContext, debit: DebitRecord, result: PaymentResult): Promise<DebitRecord> {
  const outcome = outcomeOfResult(debit, result, context.now())
  // Before the outcome: a process that dies after it is not asked to come back.
  if (result.sepa || result.payment_method) {
    await context.store.completeMandate(debit.id, debit.attempt, {
      reference: result.sepa?.mandate_reference ?? null,
      sequence_type: result.sepa?.sequence_type ?? null,
      bic: result.payment_method?.bic ?? debit.bic,
    })
  }
  return record(context, debit, outcome, "api", {
    result: result.raw_status,
    transaction_status: result.transaction?.status ?? null,
  })
}

/** Applies what an answer means, or keeps what it knows beyond what is known already. */
export async function record(
  context: LedgerContext,
  debit: DebitRecord,
  outcome: Outcome,
  source: EventSource,
  details: Record<string, string | null> = {},
): Promise<DebitRecord> {
  if (outcome.other_money !== null) {
    context.logger.error(`Debit ${debit.id}: CatalystPay speaks of another amount or currency; nothing was applied.`)
    await reportMismatch(context, debit, { ...outcome.other_money, event: "approval" }, source)
    return debit
  }
  if (!outcome.transition) {
    return debit
  }
  const { decision, debit: recorded } = await context.store.apply(debit.id, {
    transition: outcome.transition,
    attempt: debit.attempt,
    // The row forgets a decline when the next bank account comes; the time line does not.
    event: { source, details: outcome.patch.error_code ? { ...details, error_code: outcome.patch.error_code } : details },
    patch: outcome.patch,
  })
  await context.faults.at("after_outcome_was_recorded", debit.id)
  // Somebody else was told first; what this answer knows beyond that is still worth keeping.
  return decision.kind === "repeated" ? context.store.note(debit.id, outcome.patch, null) : recorded
}
