import type { DebitRecord } from "../debits/debit-record"
import { isInFlight } from "../debit-state"
import type { FoundOut } from "./finding-out"
import type { LedgerContext } from "../ledger-context"
import { verifyOrFindOut } from "../checkout/submission"
import { LONGEST_UNKNOWN_MS, settleUnknown, type FindPayee } from "./unknown-outcome"

/** Asks after a debit that the job has found; one that stays unknown for a day becomes a problem of the merchant's. */
export async function settleDue(context: LedgerContext, debit: DebitRecord, findPayee: FindPayee): Promise<DebitRecord> {
  const found = await look(context, debit, findPayee)
  const age = context.now().getTime() - (debit.submitted_at?.getTime() ?? 0)
  if (!isInFlight(found.debit.status) || age < LONGEST_UNKNOWN_MS) {
    return found.debit
  }
  if (!found.awaits_shopper) {
    await context.problems.open({
      code: "outcome_unknown",
      subject: debit.id,
      debit_id: debit.id,
      order_id: debit.order_id,
      account: debit.account,
      details: { reference: debit.reference },
    })
  }
  // It is not submitted again.
  return context.store.note(debit.id, { sealed_iban: null, sealed_at: null, iban_check: null }, null)
}

async function look(context: LedgerContext, debit: DebitRecord, findPayee: FindPayee): Promise<FoundOut> {
  return debit.status === "awaiting_verification" ? verifyOrFindOut(context, debit) : settleUnknown(context, debit, findPayee)
}
