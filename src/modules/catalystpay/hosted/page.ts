import { GatewayError, type CallOptions, type SessionView } from "../../../gateway"
import type { DebitPatch, DebitRecord, NewDebitEvent } from "../debits/debit-record"
import { isUnsubmitted } from "../debit-state"
import { transactionsOf } from "../outcomes/gateway-records"
import type { LedgerContext } from "../ledger-context"
import { approvalByRow, isApprovedSale, outcomeOfSession, type Outcome } from "../outcomes/outcome"
import { record } from "../outcomes/recording"
import { completingAttempt } from "../outcomes/nameless"

type Details = NonNullable<NewDebitEvent["details"]>

/**
 * Writes down what a GET of the session says of CatalystPay's page; nothing that a browser brings back from there is
 * asked. What no answer says is unknown: the debit then waits as one that was submitted does, until the API tells.
 * @param session what was read, or why it could not be
 */
export async function recordPage(
  context: LedgerContext,
  debit: DebitRecord,
  session: SessionView | GatewayError,
  options: CallOptions,
): Promise<DebitRecord> {
  if ("kind" in session) {
    return recordUnread(context, debit, session, options)
  }
  const details = { session_status: session.raw_status }
  switch (session.status) {
    case "COMPLETED":
    case "FAILED":
    case "AWAITING_VERIFICATION":
      return settle(context, debit, outcomeOfSession(debit, session, context.now()), details)
    case "PAYMENT_IN_PROGRESS":
    case "UNKNOWN":
      return enter(context, debit, details)
    case "PENDING":
      return recordPending(context, debit, session)
    case "EXPIRED":
      return recordExpired(context, debit, details)
  }
}

/**
 * Of a session that is over, and of which the API says no more than that, an approved transaction of the lead's is proof
 * that the page was paid. Else nobody knows: it may have been completed, have failed, or have been cancelled.
 */
async function recordUnread(
  context: LedgerContext,
  debit: DebitRecord,
  error: GatewayError,
  options: CallOptions,
): Promise<DebitRecord> {
  const isOver = error.kind === "gone" || error.kind === "not_found"
  const found = isOver ? await approvedInRecords(context, debit, options) : null
  return found
    ? settle(context, debit, found.outcome, { transaction_status: found.status })
    : enter(context, debit, { kind: error.kind, http_status: error.http_status })
}

async function approvedInRecords(
  context: LedgerContext,
  debit: DebitRecord,
  options: CallOptions,
): Promise<{ outcome: Outcome; status: string | null } | null> {
  try {
    const row = await completingAttempt(context, debit, await transactionsOf(context, debit, [], options))
    return row && isApprovedSale(row, context.settings.settlement.statuses)
      ? { outcome: approvalByRow(debit, row, context.now()), status: row.status }
      : null
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    context.logger.warn(`Debit ${debit.id}: the transactions of its page could not be looked up. ${error.message}`)
    return null
  }
}

/** Nothing is under way there: the page can still be paid, unless it says that an attempt was declined, and none is left. */
async function recordPending(context: LedgerContext, debit: DebitRecord, session: SessionView): Promise<DebitRecord> {
  const { attempts_remaining } = session
  const details = { session_status: session.raw_status }
  const signatureRefused = outcomeOfSession(debit, session, context.now())
  if (signatureRefused.transition) {
    return record(context, debit, withPatch(signatureRefused, { attempts_remaining }), "api", details)
  }
  const before = debit.attempts_remaining
  if (attempts_remaining !== null && before !== null && attempts_remaining < before) {
    return settle(context, debit, declinedOnPage(attempts_remaining), details)
  }
  if (debit.status === "submitting") {
    return leave(context, debit, { attempts_remaining }, details)
  }
  return attempts_remaining === debit.attempts_remaining ? debit : context.store.note(debit.id, { attempts_remaining }, null)
}

/** A GET does not tell why. */
function declinedOnPage(attempts_remaining: number): Outcome {
  const retry_allowed = attempts_remaining > 0
  const patch: DebitPatch = { retry_allowed, attempts_remaining, error_code: "unknown" }
  return { transition: retry_allowed ? "declined" : "failed", patch, other_money: null }
}

/** Cancelled, or timed out, before anything was collected. */
async function recordExpired(context: LedgerContext, debit: DebitRecord, details: Details): Promise<DebitRecord> {
  const left = debit.status === "submitting" ? await leave(context, debit, {}, details) : debit
  const { debit: ended } = await context.store.apply(left.id, { transition: "cancelled", event: { source: "api", details } })
  return ended
}

async function settle(
  context: LedgerContext,
  debit: DebitRecord,
  outcome: Outcome,
  details: Record<string, string | null>,
): Promise<DebitRecord> {
  return record(context, await enter(context, debit, details), outcome, "api", details)
}

/** The shopper pays, or may have paid: from here on it is in flight, and asked after until it is settled. */
async function enter(context: LedgerContext, debit: DebitRecord, details: Details): Promise<DebitRecord> {
  if (!isUnsubmitted(debit.status)) {
    return debit
  }
  const { debit: entered } = await context.store.apply(debit.id, {
    transition: "found_on_page",
    expect: { status: debit.status },
    event: { source: "api", details },
    patch: { submitted_at: context.now(), next_check_at: null, checks: 0, error_code: null, retry_allowed: null },
  })
  return entered
}

async function leave(context: LedgerContext, debit: DebitRecord, patch: DebitPatch, details: Details): Promise<DebitRecord> {
  const { debit: left } = await context.store.apply(debit.id, {
    transition: "left_on_page",
    expect: { status: "submitting" },
    event: { source: "api", details },
    patch: { ...patch, submitted_at: null, next_check_at: null, checks: 0 },
  })
  return left
}

function withPatch(outcome: Outcome, patch: DebitPatch): Outcome {
  return { ...outcome, patch: { ...outcome.patch, ...patch } }
}
