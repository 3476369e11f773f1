import { GatewayError, type SessionView } from "../../gateway"
import { reportMismatch } from "./amount-mismatch"
import type { DebitRecord } from "./debit-record"
import { isUnsubmitted } from "./debit-state"
import type { LedgerContext } from "./ledger-context"
import { speaksOfOtherMoney } from "./outcome"

/**
 * Something says that a debit was approved which this store did not submit: whoever has the session token can pay at the
 * gateway itself (contract, section 5). One GET of the session proves it. Such a debit pays for no order here, because
 * nobody accepted this store's mandate for it: it is reported, to be refunded.
 *
 * Where the store submits first and `/pay/` answers that the session is over, a GET that says COMPLETED for the same money
 * is taken as this purchase's own: it cannot be told from an answer that was lost, and the shopper is debited once.
 */
export async function settleExternal(context: LedgerContext, debit: DebitRecord): Promise<DebitRecord> {
  if (!mayBePaidExternally(debit)) {
    return debit
  }
  let session: SessionView
  try {
    session = await context.gateway(debit.account).getSession(debit.session_token)
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    context.logger.warn(`Debit ${debit.id} was never submitted, and whether somebody paid it cannot be read. ${error.message}`)
    return debit
  }
  if (session.status !== "COMPLETED") {
    return debit
  }
  if (speaksOfOtherMoney(debit, session.amount, session.currency)) {
    await reportMismatch(context, debit, { ...session, event: "GET of the session" }, "api")
    return debit
  }
  const { debit: recorded } = await context.store.apply(debit.id, {
    transition: "paid_externally",
    expect: { status: debit.status, attempt: debit.attempt },
    event: { source: "api", details: { session_status: session.raw_status } },
    patch: {
      origin: "external",
      approved_at: context.now(),
      sealed_iban: null,
      sealed_at: null,
      iban_check: null,
      verification_url: null,
    },
  })
  return recorded
}

function mayBePaidExternally({ status }: DebitRecord): boolean {
  return isUnsubmitted(status) || status === "queued" || status === "failed" || status === "cancelled" || status === "superseded"
}
