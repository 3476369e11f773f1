import { isDueForCapture } from "../checkout/capture-policy"
import type { DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"
import type { RowVerdict } from "../money/row-verdict"
import { kindOfChange, type RowKind, type RowOutcome } from "./report"

/** What came of a row, as the ledger has its debit now. */
export async function outcomeOf(context: LedgerContext, before: DebitRecord, verdict: RowVerdict): Promise<RowOutcome> {
  const after = (await context.store.byId(before.id)) ?? before
  // Where an earlier run died, or could not, before Medusa booked what is confirmed: this one sees to it.
  const isDue = isDueForCapture(after, context.settings.capture)
  return { kind: kindOf(before, after, verdict), debit_id: before.id, moved: verdict === "applied" || isDue }
}

function kindOf(before: DebitRecord, after: DebitRecord, verdict: RowVerdict): RowKind {
  switch (verdict) {
    case "applied":
      return kindOfChange(before, after)
    case "mismatch":
      return "mismatches"
    case "known":
    case "undecided":
    case "irrelevant":
      return verdict
  }
}
