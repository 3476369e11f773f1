import { GatewayError, type CallOptions, type SessionView } from "../../../gateway"
import { isHosted, mayBePaidOnPage } from "../debits/collect-mode"
import type { DebitRecord } from "../debits/debit-record"
import { transactionsOf } from "./gateway-records"
import { recordPage } from "../hosted/page"
import type { LedgerContext } from "../ledger-context"
import { outcomeOfRows, outcomeOfSession, type Outcome } from "./outcome"
import { record } from "./recording"

/** How long a shopper waits for what the gateway did not answer. */
const SHOPPER_PATIENCE_MS = 10_000
/** GET shares the gateway's one call a second with everything else that this server asks. */
const POLL_MS = 2_000

/** What is known of a debit after the gateway was asked. */
export interface FoundOut {
  debit: DebitRecord
  /** Its session is PENDING and CatalystPay has no transaction of the attempt: it did not arrive, or not yet. */
  collected_nothing: boolean
  /** CatalystPay waits for the shopper to sign the mandate. */
  awaits_shopper: boolean
}

export interface FindingTerms {
  /** What holds when neither the session nor the records tell. */
  otherwise?: Outcome
  /** What a session means that is PENDING, and of whose attempt there is no record; by itself it settles nothing. */
  when_pending?: Outcome
  /** When to give it up; by default the calls take their own time. */
  until?: Date
}

/**
 * Finds out what became of a debit: asks for its session, and where that does not settle it, looks the reference up in
 * the reconciliation, which knows it also where a session that has ended is answered with 410. Writes down what it finds.
 */
export async function findOut(
  context: LedgerContext,
  debit: DebitRecord,
  terms: FindingTerms = {},
): Promise<FoundOut> {
  const session = await readSession(context, debit, terms.until)
  await context.faults.at("after_session_was_read", debit.id)
  if (isHosted(debit)) {
    const found = await recordPage(context, debit, session, deadline(context, terms.until))
    return { debit: found, collected_nothing: false, awaits_shopper: found.status === "awaiting_verification" }
  }
  const told = (found: DebitRecord): FoundOut => ({
    debit: found,
    collected_nothing: false,
    awaits_shopper: "status" in session && session.status === "AWAITING_VERIFICATION",
  })
  if ("status" in session) {
    const outcome = outcomeOfSession(debit, session, context.now())
    if (outcome.transition || outcome.other_money !== null) {
      return told(await record(context, debit, outcome, "api", { session_status: session.raw_status }))
    }
  }
  const ended = "kind" in session && (session.kind === "gone" || session.kind === "not_found")
  const recorded = await findInRecords(context, debit, ended, terms.until)
  if (recorded.kind === "told") {
    return told(await record(context, debit, recorded.outcome, "reconciliation"))
  }
  const isPending = "status" in session && session.status === "PENDING"
  const assumed = isPending ? terms.when_pending : "kind" in session ? terms.otherwise : undefined
  if (assumed) {
    const session_status = "status" in session ? session.raw_status : null
    return told(await record(context, debit, assumed, "api", { session_status }))
  }
  return { ...told(debit), collected_nothing: isPending && recorded.kind === "none" }
}

/**
 * What CatalystPay's page says now of a debit that may be paid there; a shopper waits for it. Every other one is as the
 * ledger has it, also one whose account is not configured any more, which nobody can ask about.
 */
export async function lookAtPage(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  if (!mayBePaidOnPage(debit) || !Object.hasOwn(context.settings.accounts, debit.account)) {
    return debit
  }
  const until = new Date(context.now().getTime() + SHOPPER_PATIENCE_MS)
  return (await findOut(context, debit, { until })).debit
}

/** The same again and again, as long as a shopper can be kept waiting. */
export async function findOutInTime(context: LedgerContext, debit: DebitRecord, terms: FindingTerms = {}): Promise<DebitRecord> {
  const until = new Date(context.now().getTime() + SHOPPER_PATIENCE_MS)
  for (;;) {
    const { debit: found } = await findOut(context, debit, { ...terms, until })
    const isOver = context.now().getTime() + POLL_MS >= until.getTime()
    if (isOver || found.status !== debit.status || found.attempt !== debit.attempt) {
      return found
    }
    await context.sleep(POLL_MS)
  }
}

function deadline(context: LedgerContext, until: Date | undefined): CallOptions {
  return until ? { deadline_ms: Math.max(1, until.getTime() - context.now().getTime()) } : {}
}

/** A session, or why it could not be read. */
async function readSession(context: LedgerContext, debit: DebitRecord, until?: Date): Promise<SessionView | GatewayError> {
  try {
    return await context.gateway(debit.account).getSession(debit.session_token, deadline(context, until))
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    context.logger.warn(`Debit ${debit.id}: its session could not be read. ${error.message}`)
    return error
  }
}

/** `none`: the records were read, and have no transaction of the attempt. */
type FoundInRecords = { kind: "told"; outcome: Outcome } | { kind: "none" | "unclear" }

/**
 * What the reconciliation has of the current attempt; nothing is written down.
 * @param sessionEnded whether the session takes no other attempt
 */
export async function findInRecords(
  context: LedgerContext,
  debit: DebitRecord,
  sessionEnded: boolean,
  until?: Date,
): Promise<FoundInRecords> {
  try {
    const rows = await transactionsOf(context, debit, [], deadline(context, until))
    const reading = { settled: context.settings.settlement.statuses, session_ended: sessionEnded }
    const outcome = outcomeOfRows(debit, rows, reading, context.now())
    if (outcome.transition || outcome.other_money !== null) {
      return { kind: "told", outcome }
    }
    // A transaction in a state that nobody knows is one all the same.
    return { kind: rows.some((row) => row.tenant_reference_id === debit.reference) ? "unclear" : "none" }
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    context.logger.warn(`Debit ${debit.id}: its transactions could not be looked up. ${error.message}`)
    return { kind: "unclear" }
  }
}
