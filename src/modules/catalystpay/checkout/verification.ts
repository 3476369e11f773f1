import { GatewayError } from "../../../gateway"
import { isHosted } from "../debits/collect-mode"
import type { DebitRecord } from "../debits/debit-record"
import { isInFlight } from "../debit-state"
import { CatalystPayError } from "../errors"
import { findOut } from "../outcomes/finding-out"
import { collectedByGateway } from "../hosted/refusal"
import type { LedgerContext } from "../ledger-context"
import { advance } from "./submission"
import { textsFor } from "../texts"

const LEASE = { ttlMs: 30_000, waitMs: 20_000 }

/**
 * The shopper came back from the verification page; the next `advance` sends `/verify/` once for it.
 * @throws CatalystPayError `collected_by_gateway`
 */
export async function recordReturn(
  context: LedgerContext,
  debit: DebitRecord,
  verificationId: string | null,
): Promise<DebitRecord> {
  if (isHosted(debit)) {
    throw collectedByGateway(null)
  }
  const { debit: returned } = await context.store.apply(debit.id, {
    transition: "verification_returned",
    attempt: debit.attempt,
    event: { source: "store", details: { verification_id_given: verificationId !== null } },
    patch: { verification_id: verificationId, verification_returned_at: context.now() },
  })
  return returned
}

/**
 * The shopper does not want to sign the mandate. Only the gateway can end what it waits for: it is asked to cancel, and
 * where it does not, it is told that the shopper came back, and its answer is taken. A debit that does not wait for a
 * verification stays as it is.
 * @returns the debit as it stands then; it may turn out approved
 * @throws CatalystPayError `verification_open` when the gateway goes on waiting, `payment_in_progress` while the outcome
 * is not known, `gateway_unavailable`
 */
export async function giveUp(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  const lease = await context.leases.hold(`give-up:${debit.id}`, LEASE, async () => {
    const current = (await context.store.byId(debit.id)) ?? debit
    return current.status === "awaiting_verification" ? endVerification(context, current) : current
  })
  if (!lease || isInFlight(lease.result.status)) {
    const texts = await textsOf(context, debit)
    throw new CatalystPayError("payment_in_progress", {
      developer: "The debit was submitted and its outcome is not known yet: it can be neither called back nor given up.",
      shopper: texts.payment_in_progress,
    })
  }
  return lease.result
}

async function endVerification(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  try {
    await context.gateway(debit.account).cancel(debit.session_token)
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    return endOtherwise(context, debit, error)
  }
  const { debit: cancelled } = await context.store.apply(debit.id, {
    transition: "cancelled",
    event: { source: "store" },
    patch: { verification_url: null },
  })
  return cancelled
}

async function endOtherwise(context: LedgerContext, debit: DebitRecord, refusal: GatewayError): Promise<DebitRecord> {
  switch (refusal.kind) {
    case "gone":
    case "not_found":
      // It has ended already, in which way the session tells.
      return (await findOut(context, debit)).debit
    case "conflict":
    case "invalid_request":
    case "unauthorized":
    case "unexpected_response":
      if (isHosted(debit)) {
        throw await stillOpen(context, debit)
      }
      return verifyUnsigned(context, debit)
    case "not_sent":
    case "throttled":
    case "unavailable":
    case "outcome_unknown": {
      const texts = await textsOf(context, debit)
      throw new CatalystPayError(
        "gateway_unavailable",
        {
          developer: `CatalystPay could not be asked to give the debit up. ${refusal.message}`,
          shopper: texts.giving_up_unavailable,
        },
        { cause: refusal },
      )
    }
  }
}

async function verifyUnsigned(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  const returned = await recordReturn(context, debit, null)
  // Whoever settled it in between may have been followed by another bank account: that one is not to be submitted here.
  const told = returned.status === "awaiting_verification" ? await advance(context, returned) : returned
  if (told.status === "awaiting_verification") {
    throw await stillOpen(context, debit)
  }
  return told
}

async function stillOpen(context: LedgerContext, debit: DebitRecord): Promise<CatalystPayError> {
  const texts = await textsOf(context, debit)
  return new CatalystPayError("verification_open", {
    developer: "CatalystPay does not cancel the debit and goes on waiting: the shopper has to sign or refuse on its page.",
    shopper: texts.verification_open,
  })
}

async function textsOf(context: LedgerContext, debit: DebitRecord) {
  const mandate = await context.store.mandateOf(debit.id, debit.attempt)
  return textsFor(mandate?.locale)
}
