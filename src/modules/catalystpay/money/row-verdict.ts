import type { DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"

/** What became of a row of the reconciliation API. */
export type RowVerdict =
  /** The ledger learned something. */
  | "applied"
  /** The ledger knew it. */
  | "known"
  /** It says nothing yet: look again later. */
  | "undecided"
  /** It speaks of other money than the ledger; the merchant was told. */
  | "mismatch"
  /** It changes nothing: an earlier attempt, another kind of transaction. */
  | "irrelevant"

/** The ledger holds, or was told of, what the row says. */
export function isConfirmed(verdict: RowVerdict): boolean {
  return verdict !== "undecided"
}

/** A day or moment as a row writes it; null when it is none. */
export function toMoment(written: string | null): Date | null {
  const moment = written === null ? null : new Date(written)
  return moment && !Number.isNaN(moment.getTime()) ? moment : null
}

/** Applies rows of one debit one after the other, each to the debit as the one before has left it. */
export async function applyEach<Row>(
  context: LedgerContext,
  debit: DebitRecord,
  rows: Row[],
  apply: (debit: DebitRecord, row: Row) => Promise<RowVerdict>,
): Promise<RowVerdict[]> {
  const verdicts: RowVerdict[] = []
  for (const row of rows) {
    verdicts.push(await apply((await context.store.byId(debit.id)) ?? debit, row))
  }
  return verdicts
}
