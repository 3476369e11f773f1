import { GatewayError, type PaymentResult, type SessionView } from "../../gateway"
import type { DebitRecord, EventSource } from "./debit-record"
import type { DebitStatus } from "./debit-state"
import { CatalystPayError } from "./errors"
import type { LedgerContext } from "./ledger-context"
import { outcomeOfResult, outcomeOfSession, type Outcome } from "./outcome"
import { openIban } from "./vault"

/** How long a debit of the queue waits for its turn before the queue looks again. */
const QUEUE_PATIENCE_MS = 30_000
/** From the turn to the end of the answer; the client's own limits are shorter. */
const ANSWER_PATIENCE_MS = 30_000

/**
 * Brings a debit as far as it can go now: submits what is ready, finalises a verification the shopper returned from,
 * and asks the gateway where the outcome is unknown. Calling it again never submits an attempt twice.
 */
export async function advance(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  switch (debit.status) {
    case "ready":
      return submit(context, debit)
    case "submitting":
      return askSession(context, debit)
    case "awaiting_verification":
      return (await context.store.claimVerification(debit.id)) ? verify(context, debit) : askSession(context, debit)
    case "opened":
    case "queued":
    case "approved":
    case "declined":
    case "failed":
    case "cancelled":
    case "superseded":
      return debit
  }
}

/** Submits what the shopper pressed pay for; what gets no turn in time is queued, or left for another press of pay. */
async function submit(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  const until = context.now().getTime() + context.settings.submitWithin * 1000
  const first = await sendPay(context, debit, { within_ms: until - context.now().getTime() })
  // Throttled although the queue had given it a turn: there is time for one more, if the gateway's pause is short.
  const last =
    first.kind === "throttled"
      ? await sendPay(context, first.debit, { within_ms: until - context.now().getTime() })
      : first
  return last.kind === "settled" ? last.debit : defer(context, last.debit)
}

/**
 * Submits a debit that waits in the queue.
 * @param isWanted asked when its turn has come: the order may have been cancelled while it waited
 * @returns the debit, still `queued` when its turn did not come or the gateway certainly did not take it
 */
export async function submitQueued(
  context: LedgerContext,
  debit: DebitRecord,
  isWanted: () => Promise<boolean>,
): Promise<DebitRecord> {
  const { debit: sent } = await sendPay(context, debit, { within_ms: QUEUE_PATIENCE_MS, is_wanted: isWanted })
  return sent
}

async function defer(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  if (context.settings.onQueueFull === "refuse" || debit.status !== "ready") {
    return debit
  }
  context.logger.info(`Debit ${debit.id} waits for its turn at CatalystPay and is submitted by the queue.`)
  const { debit: queued } = await context.store.apply(debit.id, {
    transition: "queued",
    expect: { status: "ready", attempt: debit.attempt, ...(debit.sealed_iban ? { sealed_iban: debit.sealed_iban } : {}) },
    event: { source: "medusa" },
    patch: { queued_at: context.now() },
  })
  return queued
}

/** What came of one try to submit. `no_turn` and `throttled`: it certainly was not taken, and the debit is as it was. */
type Sending = { kind: "settled" | "no_turn" | "throttled"; debit: DebitRecord }

interface SendTerms {
  /** How long to wait for its turn. */
  within_ms: number
  /** Asked in its turn; false leaves the debit as it is. */
  is_wanted?: () => Promise<boolean>
}

async function sendPay(context: LedgerContext, debit: DebitRecord, terms: SendTerms): Promise<Sending> {
  const sealed = debit.sealed_iban
  const mandate = await context.store.mandateOf(debit.id, debit.attempt)
  if (!sealed || !mandate || !debit.reference) {
    throw new CatalystPayError("seal_unreadable", {
      developer: `Debit ${debit.id} is ${debit.status} and lacks its sealed IBAN, its mandate or its reference.`,
      shopper: "Please enter your bank account again.",
    })
  }
  const { reference } = debit
  // Opened before the debit is marked: a seal that cannot be opened must not look like a submission.
  const iban = openIban(sealed, debit.id, context.settings.encryptionKey)
  let met = debit
  const within_ms = Math.max(0, terms.within_ms)
  const mark = async (): Promise<boolean> => {
    if (terms.is_wanted && !(await terms.is_wanted())) {
      return false
    }
    const { decision, debit: moved } = await context.store.apply(debit.id, {
      transition: "submission_started",
      // The account that is debited must be the one whose mandate stands in the ledger at this moment.
      expect: { status: debit.status, attempt: debit.attempt, sealed_iban: sealed },
      event: { source: "medusa", details: { reference } },
      patch: { submitted_at: context.now() },
    })
    met = moved
    return decision.kind === "applied"
  }
  try {
    const result = await context.gateway(debit.account).pay(
      debit.session_token,
      { iban, iban_holder_name: mandate.holder_name, tenant_reference_id: reference },
      // Marked as late as can be: whoever waits for a turn has submitted nothing.
      { on_turn: mark, turn_within_ms: within_ms, deadline_ms: within_ms + ANSWER_PATIENCE_MS },
    )
    return { kind: "settled", debit: await recordResult(context, met, result) }
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    if (error.reason === "no_turn") {
      return { kind: "no_turn", debit: met }
    }
    if (met.status !== "submitting" || error.reason === "turn_declined") {
      context.logger.warn(`Debit ${debit.id} was not submitted. ${error.message}`)
      return { kind: "settled", debit: met }
    }
    const recorded = await recordFailedCall(context, met, error, debit.status)
    return { kind: error.kind === "throttled" ? "throttled" : "settled", debit: recorded }
  }
}

async function verify(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  try {
    const input = debit.verification_id ? { verification_id: debit.verification_id } : {}
    const result = await context.gateway(debit.account).verify(debit.session_token, input)
    return await recordResult(context, debit, result)
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    const neverArrived = error.kind === "not_sent" || error.kind === "throttled"
    if (neverArrived) {
      await context.store.releaseVerification(debit.id)
      context.logger.warn(`Debit ${debit.id}: the verification could not be sent. ${error.message}`)
      return debit
    }
    context.logger.warn(`Debit ${debit.id}: the verification's outcome is not known yet. ${error.message}`)
    return askSession(context, debit)
  }
}

/** @param before the status to which an attempt returns that the gateway certainly did not take */
async function recordFailedCall(
  context: LedgerContext,
  debit: DebitRecord,
  error: GatewayError,
  before: DebitStatus,
): Promise<DebitRecord> {
  context.logger.warn(`Debit ${debit.id}, attempt ${debit.attempt}: ${error.message}`)
  if (error.accepted === "unknown") {
    return askSession(context, debit)
  }
  switch (error.kind) {
    case "conflict":
      return settleConflict(context, debit)
    case "gone":
    case "not_found":
      return askSession(context, debit, { transition: "failed", patch: refusal("unknown", false), mismatch: false })
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
async function settleConflict(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  const settled = await askSession(context, debit, undefined, declined("unknown"))
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
  return { transition: "declined", patch: refusal(code, true), mismatch: false }
}

function refusal(code: string, retryAllowed: boolean): Outcome["patch"] {
  return { sealed_iban: null, sealed_at: null, iban_check: null, error_code: code, retry_allowed: retryAllowed }
}

/**
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

async function recordResult(context: LedgerContext, debit: DebitRecord, result: PaymentResult): Promise<DebitRecord> {
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

async function record(
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
