import { GatewayError, type PaymentResult, type SessionView } from "../../gateway"
import type { DebitRecord, EventSource } from "./debit-record"
import { CatalystPayError } from "./errors"
import type { LedgerContext } from "./ledger-context"
import { outcomeOfResult, outcomeOfSession, type Outcome } from "./outcome"
import { openIban } from "./vault"

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

async function submit(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  const sealed = debit.sealed_iban
  const mandate = await context.store.mandateOf(debit.id, debit.attempt)
  if (!sealed || !mandate || !debit.reference) {
    throw new CatalystPayError("seal_unreadable", {
      developer: `Debit ${debit.id} is ready and lacks its sealed IBAN, its mandate or its reference.`,
      shopper: "Please enter your bank account again.",
    })
  }
  // Opened before the debit is marked: a seal that cannot be opened must not look like a submission.
  const iban = openIban(sealed, debit.id, context.settings.encryptionKey)
  const { decision, debit: submitting } = await context.store.apply(debit.id, {
    transition: "submission_started",
    // The account that is debited must be the one whose mandate stands in the ledger at this moment.
    expect: { status: "ready", attempt: debit.attempt, sealed_iban: sealed },
    event: { source: "medusa", details: { reference: debit.reference } },
    patch: { submitted_at: context.now() },
  })
  if (decision.kind !== "applied") {
    return submitting
  }
  try {
    const result = await context.gateway(debit.account).pay(debit.session_token, {
      iban,
      iban_holder_name: mandate.holder_name,
      tenant_reference_id: debit.reference,
    })
    return await recordResult(context, submitting, result)
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    return recordFailedCall(context, submitting, error)
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

async function recordFailedCall(context: LedgerContext, debit: DebitRecord, error: GatewayError): Promise<DebitRecord> {
  context.logger.warn(`Debit ${debit.id}, attempt ${debit.attempt}: ${error.message}`)
  if (error.accepted === "unknown") {
    return askSession(context, debit)
  }
  switch (error.kind) {
    case "conflict":
      // The reference is known there, or the session is already being paid: this attempt may be the one that counts.
      return askSession(context, debit)
    case "gone":
    case "not_found":
      return askSession(context, debit, { transition: "failed", patch: refusal("unknown", false), mismatch: false })
    case "invalid_request": {
      const code = error.fields && "iban" in error.fields ? "invalid_iban" : "unknown"
      return record(context, debit, { transition: "declined", patch: refusal(code, true), mismatch: false }, "api")
    }
    case "not_sent":
    case "throttled":
    case "unauthorized":
    case "unexpected_response":
    case "unavailable":
    case "outcome_unknown": {
      const { debit: ready } = await context.store.apply(debit.id, {
        transition: "submission_not_accepted",
        attempt: debit.attempt,
        expect: { status: "submitting", attempt: debit.attempt },
        event: { source: "api", details: { kind: error.kind, http_status: error.http_status } },
      })
      return ready
    }
  }
}

function refusal(code: string, retryAllowed: boolean): Outcome["patch"] {
  return { sealed_iban: null, sealed_at: null, iban_check: null, error_code: code, retry_allowed: retryAllowed }
}

/** @param otherwise what holds when the gateway cannot tell either. */
export async function askSession(context: LedgerContext, debit: DebitRecord, otherwise?: Outcome): Promise<DebitRecord> {
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
  const outcome = outcomeOfSession(debit, session, context.now())
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
