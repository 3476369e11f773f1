import { createHash } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { GatewayError, type CreatedSession, type CreateSessionInput, type Lead } from "../../gateway"
import type { DebitRecord } from "./debit-record"
import { isInFlight } from "./debit-state"
import { CatalystPayError } from "./errors"
import { accountSettings, type Gateway, type LedgerContext } from "./ledger-context"
import { isSameAmount } from "./money"
import { en } from "./texts/en"

/** Longer than the create call's own time limits, so that a living holder never loses it. */
const LEASE = { ttlMs: 60_000, waitMs: 20_000 }
/** CatalystPay may still be closing the session that was just cancelled. */
const CONFLICT_PAUSE_MS = 500

export interface OpenDebit {
  account: string
  payment_session_id: string
  payment_collection_id: string
  cart_id: string | null
  order_id: string | null
  customer_id: string | null
  lead: Lead
  /** Decimal string in major units, rounded to the currency's digits. */
  amount: string
  /** Lower case, as Medusa writes it. */
  currency_code: string
  customer_ip: string | null
}

/**
 * Opens the CatalystPay session for a Medusa payment session. CatalystPay allows one active session per lead, so
 * sessions of one account and e-mail are opened one after the other: the same cart's open session is adopted when the
 * amount is the same, and cancelled when it is not or when it belongs to another cart.
 */
export async function openDebit(context: LedgerContext, input: OpenDebit): Promise<DebitRecord> {
  const lease = await context.leases.hold(openingLease(input.account, input.lead.email), LEASE, async () => {
    const existing = await context.store.bySession(input.payment_session_id)
    if (existing && !isReplacedOrOther(existing, input)) {
      return existing
    }
    return (await adoptOrClear(context, input)) ?? (await create(context, input))
  })
  if (!lease) {
    throw unavailable("another request is opening a session for the same lead")
  }
  return lease.result
}

/** Opening and cancelling for one lead take turns under this name; the e-mail itself is not written into it. */
export function openingLease(account: string, email: string): string {
  return `open:${account}:${createHash("sha256").update(email).digest("hex").slice(0, 32)}`
}

function isReplacedOrOther(debit: DebitRecord, input: OpenDebit): boolean {
  return debit.status === "cancelled" || debit.status === "superseded" || !isSamePurchase(debit, input)
}

function isSamePurchase(debit: DebitRecord, input: OpenDebit): boolean {
  return (
    debit.payment_collection_id === input.payment_collection_id &&
    debit.currency_code === input.currency_code &&
    isSameAmount(debit.amount, input.amount)
  )
}

async function adoptOrClear(context: LedgerContext, input: OpenDebit): Promise<DebitRecord | null> {
  const active = await context.store.activeOfLead(input.account, input.lead.email)
  const running = active.find((debit) => isInFlight(debit.status))
  if (running) {
    throw inProgress(running.payment_collection_id === input.payment_collection_id)
  }
  const [adoptable, ...others] = [...active].sort((a, b) => Number(isSamePurchase(b, input)) - Number(isSamePurchase(a, input)))
  if (!adoptable) {
    return null
  }
  const adopt = isSamePurchase(adoptable, input)
  for (const debit of adopt ? others : active) {
    await cancelSession(context, debit, {
      transition: debit.payment_collection_id === input.payment_collection_id ? "cancelled" : "superseded",
    })
  }
  return adopt ? adoptSession(context, adoptable, input.payment_session_id) : null
}

async function adoptSession(context: LedgerContext, debit: DebitRecord, paymentSessionId: string): Promise<DebitRecord> {
  return context.store.note(
    debit.id,
    { payment_session_id: paymentSessionId },
    { type: "adopted", source: "medusa", details: { payment_session_id: paymentSessionId } },
  )
}

/**
 * Ends an unsubmitted session at CatalystPay and in the ledger.
 * @throws CatalystPayError `payment_in_progress_elsewhere` when CatalystPay says it is being paid,
 * `gateway_unavailable` when it cannot be asked.
 */
export async function cancelSession(
  context: LedgerContext,
  debit: DebitRecord,
  change: { transition: "cancelled" | "superseded" },
): Promise<void> {
  try {
    await context.gateway(debit.account).cancel(debit.session_token)
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    if (error.kind === "conflict") {
      throw inProgress(false)
    }
    const ended = error.kind === "gone" || error.kind === "not_found"
    if (!ended) {
      throw unavailable(error.message, error)
    }
  }
  await context.store.apply(debit.id, {
    transition: change.transition,
    event: { source: "medusa" },
    patch: { sealed_iban: null, sealed_at: null, iban_check: null },
  })
}

async function create(context: LedgerContext, input: OpenDebit): Promise<DebitRecord> {
  const session = await createWithOneMoreTry(context.gateway(input.account), toRequest(context, input))
  const { lead, customer_ip: _ip, ...debit } = input
  return context.store.insert(
    { ...debit, email: lead.email, session_token: session.session_token, payment_url: session.payment_url },
    { source: "api", details: { status: session.raw_status } },
  )
}

function toRequest(context: LedgerContext, input: OpenDebit): CreateSessionInput {
  const account = accountSettings(context.settings, input.account)
  const terms = {
    lead: input.lead,
    amount: input.amount,
    currency: input.currency_code.toUpperCase(),
    ...(input.customer_ip ? { customer_ip: input.customer_ip } : {}),
    ...(account.maxPaymentAttempts ? { max_payment_attempts: account.maxPaymentAttempts } : {}),
    ...(account.webhookProfileId ? { webhook_profile_id: account.webhookProfileId } : {}),
  }
  if (account.campaignId) {
    return { ...terms, campaign_id: account.campaignId }
  }
  return { ...terms, gateway_id: account.gatewayId ?? "", billing_type: "ONE_OFF" }
}

async function createWithOneMoreTry(gateway: Gateway, request: CreateSessionInput): Promise<CreatedSession> {
  try {
    return await gateway.createSession(request)
  } catch (error) {
    if (!(error instanceof GatewayError) || error.kind !== "conflict") {
      throw toOpeningError(error)
    }
  }
  await sleep(CONFLICT_PAUSE_MS)
  try {
    return await gateway.createSession(request)
  } catch (error) {
    throw toOpeningError(error)
  }
}

function toOpeningError(error: unknown): unknown {
  if (!(error instanceof GatewayError)) {
    return error
  }
  const cause = { cause: error }
  switch (error.kind) {
    case "conflict":
      return new CatalystPayError(
        "lead_conflict",
        {
          developer: `CatalystPay has an active session of this lead that this store does not know. ${error.message}`,
          shopper: en.payment_in_progress_elsewhere,
          merchant: "Cancel the lead's active payment session in CatalystPay's admin panel, then let the shopper try again.",
        },
        cause,
      )
    case "invalid_request":
    case "unauthorized":
    case "not_found":
    case "gone":
    case "unexpected_response":
      return new CatalystPayError(
        "gateway_rejected",
        {
          developer: `CatalystPay refused to open the payment. ${error.message}`,
          shopper: en.gateway_unavailable,
          merchant: "Check the API key, the API address and the campaign or gateway id in the plugin's options.",
        },
        cause,
      )
    case "not_sent":
    case "outcome_unknown":
    case "unavailable":
    case "throttled":
      return unavailable(error.message, error)
  }
}

function inProgress(sameCart: boolean): CatalystPayError {
  return sameCart
    ? new CatalystPayError("payment_in_progress", {
        developer: "A debit of this cart was submitted, or waits for its mandate to be signed.",
        shopper: "Your payment is already under way. Finish it, or give it up, before you change it.",
      })
    : new CatalystPayError("payment_in_progress_elsewhere", {
        developer: "The lead has a debit in flight in another cart.",
        shopper: en.payment_in_progress_elsewhere,
      })
}

function unavailable(why: string, cause?: unknown): CatalystPayError {
  return new CatalystPayError(
    "gateway_unavailable",
    { developer: `CatalystPay could not open the payment: ${why}.`, shopper: en.gateway_unavailable },
    { cause },
  )
}
