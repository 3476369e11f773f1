import { createHash } from "node:crypto"
import { GatewayError, type CreatedSession } from "../../../gateway"
import { mostAttempts } from "./attempts-left"
import { refusalToChange } from "./cart-changes"
import { isHosted } from "../debits/collect-mode"
import { FOUND_OVER } from "../debits/debit-queries"
import type { DebitRecord } from "../debits/debit-record"
import { isInFlight, isUnsubmitted } from "../debit-state"
import { CatalystPayError, isCatalystPayError } from "../errors"
import { lookAtPage } from "../outcomes/finding-out"
import { accountSettings, type LedgerContext } from "../ledger-context"
import { isSameAmount } from "../money/money"
import { createSession, unavailable, type SessionOrder } from "./session-creation"
import { accountsOfTenant, leadOfTenant } from "../accounts/tenants"
import { en } from "../texts/en"

/** A lead whose process died with its lease waits that long; a living holder renews it. */
const LEASE = { ttlMs: 30_000, waitMs: 20_000 }
const CANCELLING = { ttlMs: 30_000, waitMs: 5_000 }

export interface OpenDebit extends SessionOrder {
  payment_session_id: string
  payment_collection_id: string
  cart_id: string | null
  order_id: string | null
  customer_id: string | null
}

/**
 * Opens the CatalystPay session for a Medusa payment session. CatalystPay allows one active session per lead and
 * tenant, so sessions of one e-mail are opened one after the other, whichever of the tenant's accounts they are for:
 * the same cart's open session is adopted when account and amount are the same, and cancelled when they are not or
 * when it belongs to another cart.
 */
export async function openDebit(context: LedgerContext, input: OpenDebit): Promise<DebitRecord> {
  const debit = await openInTurn(context, input)
  await cancelOthersOfCart(context, debit)
  return debit
}

async function openInTurn(context: LedgerContext, input: OpenDebit): Promise<DebitRecord> {
  const name = openingLease(context, input.account, input.lead.email)
  const lease = await context.leases.hold(name, LEASE, async () => {
    const existing = await context.store.bySession(input.payment_session_id)
    if (existing && !isReplacedOrOther(context, existing, input)) {
      return existing
    }
    return (await adoptOrClear(context, input)) ?? (await create(context, input))
  })
  if (!lease) {
    throw unavailable("another request is opening a session for the same lead")
  }
  return lease.result
}

/**
 * Runs a request that creates a payment session when no other one of the same payment collection is at work: Medusa
 * answers 500 to simultaneous ones.
 * @throws CatalystPayError `gateway_unavailable` when its turn does not come
 */
export async function openingTurn(context: LedgerContext, paymentCollectionId: string, work: () => Promise<void>): Promise<void> {
  if (!(await context.leases.hold(`collection:${paymentCollectionId}`, LEASE, work))) {
    throw unavailable("another request is opening a session on the same payment collection")
  }
}

/** Opening and cancelling for one lead take turns under this name. */
function openingLease(context: LedgerContext, account: string, email: string): string {
  return `open:${leadKey(context, account, email)}`
}

/** Names a lead of a tenant; the e-mail itself is not written into it. */
export function leadKey(context: LedgerContext, account: string, email: string): string {
  const [first] = accountsOfTenant(context.settings, account)
  return `${first}:${createHash("sha256").update(email).digest("hex").slice(0, 32)}`
}

/**
 * A cart has one live session: what it opened with an account of another key, or under another e-mail, is of no more
 * use. That blocks nobody, so a gateway that does not answer does not stop the sale.
 */
async function cancelOthersOfCart(context: LedgerContext, opened: DebitRecord): Promise<void> {
  const ofCollection = await context.store.byCollection(opened.payment_collection_id)
  for (const debit of ofCollection.filter(({ id, status }) => id !== opened.id && isUnsubmitted(status))) {
    try {
      await cancelUnsubmitted(context, debit)
    } catch (error) {
      if (!(error instanceof CatalystPayError)) {
        throw error
      }
      context.logger.warn(`Debit ${debit.id} was replaced, and its session was left open. ${error.message}`)
    }
  }
}

/** Ends a debit whose Medusa session goes away. What was submitted cannot be called back and is left alone. */
export async function cancelUnsubmitted(context: LedgerContext, debit: DebitRecord): Promise<void> {
  await context.leases.hold(openingLease(context, debit.account, debit.email), CANCELLING, async () => {
    const current = await context.store.byId(debit.id)
    const stillIts = current && current.payment_session_id === debit.payment_session_id
    if (stillIts && isUnsubmitted(current.status)) {
      await cancelSession(context, current, { transition: "cancelled" })
    }
  })
}

function isReplacedOrOther(context: LedgerContext, debit: DebitRecord, input: OpenDebit): boolean {
  return debit.status === "cancelled" || debit.status === "superseded" || !isSamePurchase(context, debit, input)
}

function isSamePurchase({ settings }: LedgerContext, debit: DebitRecord, input: OpenDebit): boolean {
  return (
    debit.forgotten_at === null &&
    debit.account === input.account &&
    debit.collect === accountSettings(settings, input.account).collect &&
    debit.payment_collection_id === input.payment_collection_id &&
    debit.currency_code === input.currency_code &&
    isSameAmount(debit.amount, input.amount)
  )
}

async function adoptOrClear(context: LedgerContext, input: OpenDebit): Promise<DebitRecord | null> {
  const active = await context.store.activeOfLead(leadOfTenant(context.settings, input.account, input.lead.email))
  const ofCollection = await context.store.byCollection(input.payment_collection_id)
  // The routes ask the same before; this is asked in turn, so that no press of pay comes in between unnoticed.
  const refusal = refusalToChange(ofCollection, null)
  if (refusal) {
    throw refusal
  }
  if (active.some(({ status }) => isInFlight(status))) {
    throw inProgressElsewhere()
  }
  // A page on which an account was declined may take no other: whoever starts again gets a fresh one.
  const isSame = (debit: DebitRecord) => isSamePurchase(context, debit, input) && !(isHosted(debit) && debit.status === "declined")
  const [adoptable, ...others] = [...active].sort((a, b) => Number(isSame(b)) - Number(isSame(a)))
  if (!adoptable) {
    return null
  }
  const adopt = isSame(adoptable)
  for (const debit of adopt ? others : active) {
    await cancelSession(context, debit, {
      transition: debit.payment_collection_id === input.payment_collection_id ? "cancelled" : "superseded",
    })
  }
  return adopt ? adoptSession(context, adoptable, input) : null
}

/** From here on it pays for what the new session pays for: once the order is placed, it waits for another press of pay. */
async function adoptSession(context: LedgerContext, debit: DebitRecord, input: OpenDebit): Promise<DebitRecord> {
  const { payment_session_id, order_id } = input
  return context.store.note(
    debit.id,
    { payment_session_id, order_id },
    { type: "adopted", source: "medusa", details: { payment_session_id } },
  )
}

/**
 * Ends an unsubmitted session at CatalystPay and in the ledger.
 * @throws CatalystPayError `payment_in_progress_elsewhere` when CatalystPay says it is being paid,
 * `gateway_unavailable` when it cannot be asked.
 */
async function cancelSession(
  context: LedgerContext,
  debit: DebitRecord,
  change: { transition: "cancelled" | "superseded" },
): Promise<void> {
  let details: typeof FOUND_OVER | undefined
  try {
    await context.gateway(debit.account).cancel(debit.session_token)
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    const ended = error.kind === "gone" || error.kind === "not_found"
    if ((ended || error.kind === "conflict") && isHosted(debit)) {
      return keepWhatPageCollects(await lookAtPage(context, debit), change)
    }
    if (error.kind === "conflict") {
      throw inProgressElsewhere()
    }
    if (!ended) {
      throw unavailable(error.message, error)
    }
    details = FOUND_OVER
  }
  await context.store.apply(debit.id, {
    transition: change.transition,
    event: { source: "medusa", details },
    patch: { sealed_iban: null, sealed_at: null, iban_check: null },
  })
}

/**
 * The page of a session that cannot be cancelled was paid, or is being paid, unless it has ended otherwise. What another
 * cart has paid is that cart's.
 * @throws CatalystPayError `payment_in_progress`, `payment_in_progress_elsewhere`
 */
function keepWhatPageCollects(found: DebitRecord, { transition }: { transition: "cancelled" | "superseded" }): void {
  const refusal = refusalToChange([found], null)
  if (refusal && transition === "cancelled") {
    throw refusal
  }
  if (isInFlight(found.status) || isUnsubmitted(found.status)) {
    throw inProgressElsewhere()
  }
}

async function create(context: LedgerContext, input: OpenDebit): Promise<DebitRecord> {
  const subject = leadKey(context, input.account, input.lead.email)
  const session = await createUnlessBusy(context, input, subject)
  await expectPage(context, input, session)
  await context.faults.at("before_session_is_recorded", null)
  const { lead, customer_ip: _ip, ...debit } = input
  const account = accountSettings(context.settings, input.account)
  const { session_token, payment_url } = session
  const attempts_remaining = isHosted(account) ? mostAttempts(account) : null
  const opened = await context.store.insert(
    { ...debit, collect: account.collect, email: lead.email, session_token, payment_url, attempts_remaining },
    { source: "api", details: { status: session.raw_status } },
  )
  await context.problems.close("lead_conflict", subject)
  return opened
}

/** A session that this store does not know keeps the lead from paying until somebody ends it at CatalystPay. */
async function createUnlessBusy(context: LedgerContext, input: OpenDebit, subject: string): Promise<CreatedSession> {
  try {
    return await createSession(context, input)
  } catch (error) {
    if (isCatalystPayError(error) && error.code === "lead_conflict") {
      await context.problems.open({ code: "lead_conflict", subject, account: input.account })
    }
    throw error
  }
}

/** Without a page nobody could pay; a session that was opened in vain must not keep the lead from another one. */
async function expectPage(context: LedgerContext, input: OpenDebit, session: CreatedSession): Promise<void> {
  if (session.payment_url !== null || !isHosted(accountSettings(context.settings, input.account))) {
    return
  }
  try {
    await context.gateway(input.account).cancel(session.session_token)
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    context.logger.warn(`A session without a page was opened, and could not be cancelled. ${error.message}`)
  }
  throw new CatalystPayError("gateway_rejected", {
    developer: 'The account\'s option collect is "hosted", and CatalystPay answered without a payment_url.',
    shopper: en.gateway_unavailable,
    merchant: "Configure a hosted page for the campaign at CatalystPay, or name one in the option hostedPageId.",
  })
}

function inProgressElsewhere(): CatalystPayError {
  return new CatalystPayError("payment_in_progress_elsewhere", {
    developer: "The lead has a debit in flight in another cart.",
    shopper: en.payment_in_progress_elsewhere,
  })
}
