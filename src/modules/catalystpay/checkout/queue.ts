import type { DebitRecord } from "../debits/debit-record"
import { isCatalystPayError } from "../errors"
import type { LedgerContext } from "../ledger-context"
import { submitQueued } from "./submission"

/** A debit that could not be submitted for so long is not what the shopper expects any more. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000
const LEASE = { name: "submit-queue", ttlMs: 30_000, waitMs: 0 }

/** What the queue knows of the order that a debit is to pay. */
export type QueuedFor = "order" | "cancelled_order" | "no_order"

/** Pure: what becomes of a debit that waits. An order that does not exist yet may still be on its way. */
export function nextStepOf(debit: Pick<DebitRecord, "queued_at">, payee: QueuedFor, now: Date): "submit" | "cancel" | "expire" | "wait" {
  if (payee === "cancelled_order") {
    return "cancel"
  }
  const waited = now.getTime() - (debit.queued_at?.getTime() ?? 0)
  if (waited > LONGEST_WAIT_MS) {
    return "expire"
  }
  return payee === "order" ? "submit" : "wait"
}

/** Runs `work` unless another server is emptying the queue. */
export async function whileEmptyingQueue(context: LedgerContext, work: () => Promise<void>): Promise<void> {
  await context.leases.hold(LEASE.name, LEASE, work)
}

/** Where a debit of the queue is now. */
export type QueueStep =
  | { kind: "left_queue"; debit: DebitRecord }
  | { kind: "waits_for_order" }
  /** The gateway takes nothing more for now: those behind it would only overtake. */
  | { kind: "waits_for_gateway" }

/**
 * Takes the next step with a debit of the queue.
 * @param findPayee asked at once, and again when the debit's turn has come
 */
export async function advanceQueued(
  context: LedgerContext,
  debit: DebitRecord,
  findPayee: () => Promise<QueuedFor>,
): Promise<QueueStep> {
  const nextStep = async () => nextStepOf(debit, await findPayee(), context.now())
  let step = await nextStep()
  if (step === "submit") {
    const isWanted = async () => (step = await nextStep()) === "submit"
    const sent = await submitOrGiveUp(context, debit, isWanted)
    if (step === "submit") {
      return stepOf(sent)
    }
  }
  switch (step) {
    case "wait":
      return { kind: "waits_for_order" }
    case "cancel":
      return stepOf(await end(context, debit, "cancelled", "its order was cancelled before its turn came"))
    case "expire":
      return stepOf(await end(context, debit, "failed", "its turn did not come within 24 hours"))
  }
}

function stepOf(debit: DebitRecord): QueueStep {
  return debit.status === "queued" ? { kind: "waits_for_gateway" } : { kind: "left_queue", debit }
}

async function submitOrGiveUp(
  context: LedgerContext,
  debit: DebitRecord,
  isWanted: () => Promise<boolean>,
): Promise<DebitRecord> {
  try {
    return await submitQueued(context, debit, isWanted)
  } catch (error) {
    if (!isCatalystPayError(error) || error.code !== "seal_unreadable") {
      throw error
    }
    const { developer, merchant = "" } = error.texts
    context.logger.error(`Debit ${debit.id} of the queue: ${developer} ${merchant}`)
    return end(context, debit, "failed", "its sealed bank account could not be opened")
  }
}

async function end(
  context: LedgerContext,
  debit: DebitRecord,
  transition: "cancelled" | "failed",
  reason: string,
): Promise<DebitRecord> {
  context.logger.warn(`Debit ${debit.id} was never submitted: ${reason}.`)
  const { debit: ended } = await context.store.apply(debit.id, {
    transition,
    attempt: debit.attempt,
    expect: { status: "queued", attempt: debit.attempt },
    event: { source: "medusa", details: { reason } },
    patch: {
      sealed_iban: null,
      sealed_at: null,
      iban_check: null,
      retry_allowed: false,
      ...(transition === "failed" ? { error_code: "not_submitted" } : {}),
    },
  })
  return ended
}
