import type { GatewayError } from "../../../gateway"
import type { DebitRecord } from "../debits/debit-record"
import type { DebitStatus } from "../debit-state"
import { findOut, findOutInTime } from "../outcomes/finding-out"
import type { LedgerContext } from "../ledger-context"
import type { Outcome } from "../outcomes/outcome"
import { record } from "../outcomes/recording"

/**
 * Writes down what a `/pay/` that was not answered with a result means for the attempt.
 * @param before the status to which an attempt returns that the gateway certainly did not take
 */
export async function recordFailedCall(
  context: LedgerContext,
  debit: DebitRecord,
  error: GatewayError,
  before: DebitStatus,
): Promise<DebitRecord> {
  context.logger.warn(`Debit ${debit.id}, attempt ${debit.attempt}: ${error.message}`)
  if (error.accepted === "unknown") {
    return findOutInTime(context, debit)
  }
  switch (error.kind) {
    case "conflict":
      return settleConflict(context, debit)
    case "gone":
    case "not_found": {
      const otherwise: Outcome = { transition: "failed", patch: refusal("unknown", false), other_money: null }
      return (await findOut(context, debit, { otherwise })).debit
    }
    case "invalid_request": {
      return record(context, debit, declined(codeOfRefused(error.fields)), "api")
    }
    case "not_sent":
    case "throttled":
    case "unauthorized":
    case "unexpected_response":
    case "unavailable":
    case "outcome_unknown": {
      const { debit: returned } = await context.store.apply(debit.id, {
        transition: before === "queued" ? "queued" : "submission_not_accepted",
        attempt: debit.attempt,
        expect: { status: "submitting", attempt: debit.attempt },
        event: { source: "api", details: { kind: error.kind, http_status: error.http_status } },
      })
      return returned
    }
  }
}

/**
 * The reference is known there, or the session is already being paid: this attempt may be the one that counts. A session
 * that is PENDING all the same collected nothing; the attempt ends, so that the next bank account gets a new reference.
 */
export async function settleConflict(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  const settled = await findOutInTime(context, debit, { when_pending: declined("unknown") })
  if (settled.status === "declined") {
    context.logger.warn(
      `Debit ${debit.id}: nothing was collected under the reference ${debit.reference}, which CatalystPay knows already; ` +
        "the next bank account gets another one.",
    )
  }
  return settled
}

function codeOfRefused(fields: Record<string, string> | null): string {
  if (fields && "iban" in fields) {
    return "invalid_iban"
  }
  return fields && "iban_holder_name" in fields ? "invalid_holder_name" : "unknown"
}

function declined(code: string): Outcome {
  return { transition: "declined", patch: refusal(code, true), other_money: null }
}

function refusal(code: string, retryAllowed: boolean): Outcome["patch"] {
  return { sealed_iban: null, sealed_at: null, iban_check: null, error_code: code, retry_allowed: retryAllowed }
}
