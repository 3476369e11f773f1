import { GatewayError, type PaymentResult, type SessionView } from "../../gateway"
import type { DebitRecord, EventSource } from "./debit-record"
import type { LedgerContext } from "./ledger-context"
import { outcomeOfResult, outcomeOfSession, type Outcome } from "./outcome"

/**
 * Asks the gateway what became of a debit, and writes it down.
 * @param otherwise what holds when the gateway cannot tell either
 * @param whenPending what a session that is PENDING means; by itself it settles nothing
 */
export async function askSession(
  context: LedgerContext,
  debit: DebitRecord,
  otherwise?: Outcome,
  whenPending?: Outcome,
): Promise<DebitRecord> {
  let session: SessionView
  try {
    session = await context.gateway(debit.account).getSession(debit.session_token)
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    context.logger.warn(`Debit ${debit.id}: its session could not be read. ${error.message}`)
    return otherwise ? record(context, debit, otherwise, "api") : debit
  }
  const outcome = (session.status === "PENDING" ? whenPending : null) ?? outcomeOfSession(debit, session, context.now())
  return record(context, debit, outcome, "api", { session_status: session.raw_status })
}

/** Writes down what `/pay/` or `/verify/` answered. */
export async function recordResult(context: LedgerContext, debit: DebitRecord, result: PaymentResult): Promise<DebitRecord> {
  const outcome = outcomeOfResult(debit, result, context.now())
  const recorded = await record(context, debit, outcome, "api", {
    result: result.raw_status,
    transaction_status: result.transaction?.status ?? null,
  })
  if (result.sepa || result.payment_method) {
    await context.store.completeMandate(debit.id, debit.attempt, {
      reference: result.sepa?.mandate_reference ?? null,
      sequence_type: result.sepa?.sequence_type ?? null,
      bic: result.payment_method?.bic ?? recorded.bic,
    })
  }
  return recorded
}

/** Applies what an answer means, or keeps what it knows beyond what is known already. */
export async function record(
  context: LedgerContext,
  debit: DebitRecord,
  outcome: Outcome,
  source: EventSource,
  details: Record<string, string | null> = {},
): Promise<DebitRecord> {
  if (outcome.mismatch) {
    context.logger.error(`Debit ${debit.id}: CatalystPay speaks of another amount or currency; nothing was applied.`)
    return context.store.note(debit.id, {}, { type: "amount_mismatch", source, details })
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
  // Somebody else was told first; what this answer knows beyond that is still worth keeping.
  return decision.kind === "repeated" ? context.store.note(debit.id, outcome.patch, null) : recorded
}
