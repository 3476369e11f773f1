import { GatewayError, type PaymentResult } from "../../../gateway"
import type { DebitRecord } from "../debits/debit-record"
import { OWNER_MS } from "../debits/due-debits"
import { isCatalystPayError } from "../errors"
import { settleConflict } from "../checkout/failed-call"
import { findInRecords, findOut, type FoundOut } from "./finding-out"
import type { LedgerContext } from "../ledger-context"
import type { QueuedFor } from "../checkout/queue"
import { record, recordResult } from "./recording"
import { openIban } from "../vault"

/** Afterwards nobody expects the debit any more, and a seal is of no use. */
export const LONGEST_UNKNOWN_MS = 24 * 60 * 60 * 1000
const TURN_MS = 10_000
const ANSWER_MS = 30_000

/** Whether the order stands that the debit is to pay. */
export type FindPayee = () => Promise<QueuedFor>

const SHOPPER_ASKS: FindPayee = async () => "order"

type Asked = Pick<DebitRecord, "status" | "submitted_at" | "repeated_at" | "sealed_iban" | "orphaned_at">

/**
 * Pure: what to do about a submission of which the gateway has collected nothing, as it says itself. `/pay/` is repeated
 * once at most, and only when the first one can no longer be on its way; the unique reference turns the later of the
 * two into a 409. What nobody waits for any more is withdrawn.
 */
export function stepWhenNothingCame(debit: Asked, payee: QueuedFor, now: Date): "wait" | "repeat" | "withdraw" {
  const since = (moment: Date | null) => (moment ? now.getTime() - moment.getTime() : 0)
  const sent = Math.min(since(debit.submitted_at), debit.repeated_at ? since(debit.repeated_at) : Infinity)
  if (debit.status !== "submitting" || sent < OWNER_MS) {
    return "wait"
  }
  const unwanted = debit.orphaned_at !== null || payee === "cancelled_order"
  if (unwanted || since(debit.submitted_at) >= LONGEST_UNKNOWN_MS) {
    return "withdraw"
  }
  return payee === "order" && !debit.repeated_at && debit.sealed_iban ? "repeat" : "wait"
}

/**
 * Settles a submission whose answer never came, as far as the gateway can tell now. Found by anybody but its owner,
 * by a second press of pay or by the job, and any number of times.
 */
export async function settleUnknown(
  context: LedgerContext,
  debit: DebitRecord,
  findPayee: FindPayee = SHOPPER_ASKS,
): Promise<FoundOut> {
  const found = await findOut(context, debit)
  if (!found.collected_nothing) {
    return found
  }
  switch (stepWhenNothingCame(found.debit, await findPayee(), context.now())) {
    case "wait":
      return found
    case "repeat":
      return settled(await repeat(context, found.debit, findPayee))
    case "withdraw":
      return settled(await withdraw(context, found.debit))
  }
}

function settled(debit: DebitRecord): FoundOut {
  return { debit, collected_nothing: false, awaits_shopper: debit.status === "awaiting_verification" }
}

/** Sends `/pay/` once more, for the same attempt under the same reference. */
async function repeat(context: LedgerContext, debit: DebitRecord, findPayee: FindPayee): Promise<DebitRecord> {
  const mandate = await context.store.mandateOf(debit.id, debit.attempt)
  if (!debit.sealed_iban || !debit.reference || !mandate) {
    return debit
  }
  const iban = openOrNull(context, debit.sealed_iban, debit.id)
  if (iban === null) {
    return debit
  }
  let marked = false
  const mark = async () => {
    marked = (await findPayee()) === "order" && (await context.due.claimRepeat(debit, context.now()))
    if (marked) {
      await context.faults.at("after_submission_was_marked", debit.id)
    }
    return marked
  }
  let result: PaymentResult
  try {
    result = await context.gateway(debit.account).pay(
      debit.session_token,
      { iban, iban_holder_name: mandate.holder_name, tenant_reference_id: debit.reference },
      { on_turn: mark, turn_within_ms: TURN_MS, deadline_ms: TURN_MS + ANSWER_MS },
    )
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    context.logger.warn(`Debit ${debit.id}, attempt ${debit.attempt}, was not settled by its repeat. ${error.message}`)
    if (!marked) {
      return debit
    }
    if (error.kind === "not_sent" || error.kind === "throttled") {
      await context.due.releaseRepeat(debit.id)
      return debit
    }
    // 409: the first one had arrived after all. Whatever else was answered says nothing of the first one.
    return error.kind === "conflict" ? settleConflict(context, debit) : (await findOut(context, debit)).debit
  }
  await context.faults.at("after_pay_was_answered", debit.id)
  return recordResult(context, debit, result)
}

/** What was sealed under a key that is gone cannot be repeated, and is withdrawn in time. */
function openOrNull(context: LedgerContext, sealed: string, debitId: string): string | null {
  try {
    return openIban(sealed, debitId, context.settings.encryptionKey)
  } catch (error) {
    if (!isCatalystPayError(error) || error.code !== "seal_unreadable") {
      throw error
    }
    context.logger.error(`Debit ${debitId} cannot be submitted again. ${error.message}`)
    return null
  }
}

/**
 * Ends the session, so that nothing can be collected by it any more, and calls the attempt what it was: not submitted.
 * A session that ended otherwise in the meantime has to be free of an approved transaction.
 */
async function withdraw(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  try {
    await context.gateway(debit.account).cancel(debit.session_token)
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    if (error.kind !== "gone" && error.kind !== "not_found") {
      context.logger.warn(`Debit ${debit.id} could not be withdrawn. ${error.message}`)
      return debit
    }
  }
  const recorded = await findInRecords(context, debit, true)
  if (recorded.kind === "told") {
    return record(context, debit, recorded.outcome, "reconciliation")
  }
  if (recorded.kind === "unclear") {
    return debit
  }
  const { debit: failed } = await context.store.apply(debit.id, {
    transition: "failed",
    attempt: debit.attempt,
    expect: { status: "submitting", attempt: debit.attempt },
    event: { source: "api", details: { reason: "CatalystPay had collected nothing, and its session was cancelled" } },
    patch: { sealed_iban: null, sealed_at: null, iban_check: null, retry_allowed: false, error_code: "not_submitted" },
  })
  return failed
}
