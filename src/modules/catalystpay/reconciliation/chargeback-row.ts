import type { ChargebackRow } from "../../../gateway"
import { applyChargebackRow } from "../money/chargebacks"
import type { DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"
import { ownerByIds } from "../money/row-owner"
import { accountsOfTenant } from "../accounts/tenants"
import { reportUnmatchedRow } from "../money/unmatched-row"
import type { RowOutcome } from "./report"
import { sessionOf } from "./transaction-row"

/** Counts a chargeback that was found in the reconciliation by itself. Told again, it changes nothing. */
export async function applyChargeback(context: LedgerContext, account: string, row: ChargebackRow): Promise<RowOutcome> {
  // Its own id is the chargeback's; the debit's transaction is named beside it.
  const debit = await ownerByIds(context, account, { ...row, id: row.transaction_id })
  if (debit) {
    const verdict = await applyChargebackRow(context, debit, row)
    const kinds = { applied: "chargebacks", mismatch: "mismatches" } as const
    const kind = verdict === "applied" || verdict === "mismatch" ? kinds[verdict] : verdict
    return { kind, debit_id: debit.id, moved: verdict === "applied" }
  }
  const ofEarlierAttempt = await debitOfSession(context, account, row)
  if (!ofEarlierAttempt && namesSomething(row)) {
    return { kind: "foreign", debit_id: null, moved: false }
  }
  await reportUnmatchedRow(context, account, row, "chargeback", ofEarlierAttempt)
  return { kind: "unmatched", debit_id: ofEarlierAttempt?.id ?? null, moved: false }
}

async function debitOfSession(context: LedgerContext, account: string, row: ChargebackRow): Promise<DebitRecord | null> {
  const session = sessionOf(row.tenant_reference_id)
  const debit = session && (await context.store.bySession(session))
  return debit && accountsOfTenant(context.settings, account).includes(debit.account) ? debit : null
}

function namesSomething({ tenant_reference_id, transaction_id, merchant_transaction_id }: ChargebackRow): boolean {
  return tenant_reference_id !== null || transaction_id !== null || merchant_transaction_id !== null
}
