import { GatewayError } from "../../../gateway"
import { isHosted } from "../debits/collect-mode"
import type { DebitRecord } from "../debits/debit-record"
import { CatalystPayError, isCatalystPayError } from "../errors"
import { recordFailedCall } from "./failed-call"
import { findOut, findOutInTime, lookAtPage, type FoundOut } from "../outcomes/finding-out"
import type { LedgerContext } from "../ledger-context"
import { recordResult } from "../outcomes/recording"
import { settleUnknown } from "../outcomes/unknown-outcome"
import { openIban } from "../vault"
import { WITHOUT_BANK_ACCOUNT } from "./without-bank-account"

/** How long a debit of the queue waits for its turn before the queue looks again. */
const QUEUE_PATIENCE_MS = 30_000
/** From the turn to the end of the answer; the client's own limits are shorter. */
const ANSWER_PATIENCE_MS = 30_000

/**
 * Brings a debit as far as it can go now: submits what is ready, finalises a verification the shopper returned from,
 * and asks the gateway where the outcome is unknown. Calling it again never submits an attempt twice. What the gateway
 * collects on its own page is only asked after: nothing is ever submitted for it here.
 */
export async function advance(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  if (isHosted(debit)) {
    return lookAtPage(context, debit)
  }
  switch (debit.status) {
    case "ready":
      return submit(context, debit)
    case "submitting":
      return (await settleUnknown(context, debit)).debit
    case "awaiting_verification":
      return (await verifyOrFindOut(context, debit)).debit
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

/**
 * Submits what the shopper pressed pay for. A seal that cannot be opened, because its key is gone, never will be: the
 * debit needs its bank account again.
 */
async function submit(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  try {
    return await submitInTime(context, debit)
  } catch (error) {
    if (!isCatalystPayError(error) || error.code !== "seal_unreadable") {
      throw error
    }
    const { developer, merchant = "" } = error.texts
    context.logger.error(`Debit ${debit.id} was not submitted, and needs its bank account again. ${developer} ${merchant}`)
    const { debit: opened } = await context.store.apply(debit.id, {
      transition: "seal_expired",
      // A bank account that was given at this very moment is kept.
      expect: { status: "ready", attempt: debit.attempt, ...(debit.sealed_iban ? { sealed_iban: debit.sealed_iban } : {}) },
      event: { source: "medusa", details: { reason: "its sealed bank account could not be opened" } },
      patch: WITHOUT_BANK_ACCOUNT,
    })
    return opened
  }
}

/** What gets no turn in time is queued, or left for another press of pay. */
async function submitInTime(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
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
    await context.faults.at("before_submission_is_marked", debit.id)
    const { decision, debit: moved } = await context.store.apply(debit.id, {
      transition: "submission_started",
      // The account that is debited must be the one whose mandate stands in the ledger at this moment.
      expect: { status: debit.status, attempt: debit.attempt, sealed_iban: sealed },
      event: { source: "medusa", details: { reference } },
      patch: { submitted_at: context.now() },
    })
    met = moved
    if (decision.kind !== "applied") {
      return false
    }
    await context.faults.at("after_submission_was_marked", debit.id)
    return true
  }
  try {
    const result = await context.gateway(debit.account).pay(
      debit.session_token,
      { iban, iban_holder_name: mandate.holder_name, tenant_reference_id: reference },
      // Marked as late as can be: whoever waits for a turn has submitted nothing.
      { on_turn: mark, turn_within_ms: within_ms, deadline_ms: within_ms + ANSWER_PATIENCE_MS },
    )
    await context.faults.at("after_pay_was_answered", debit.id)
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

/** Sends `/verify/` for a return of the shopper's that nobody has taken yet; else the gateway is asked. */
export async function verifyOrFindOut(context: LedgerContext, debit: DebitRecord): Promise<FoundOut> {
  if (!(await context.store.claimVerification(debit.id))) {
    return findOut(context, debit)
  }
  await context.faults.at("after_verification_was_claimed", debit.id)
  const verified = await verify(context, debit)
  return { debit: verified, collected_nothing: false, awaits_shopper: verified.status === "awaiting_verification" }
}

async function verify(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  try {
    const input = debit.verification_id ? { verification_id: debit.verification_id } : {}
    const result = await context.gateway(debit.account).verify(debit.session_token, input)
    await context.faults.at("after_verify_was_answered", debit.id)
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
    return error.accepted === "unknown" ? findOutInTime(context, debit) : (await findOut(context, debit)).debit
  }
}
