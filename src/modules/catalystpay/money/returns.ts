import type { TransactionRow } from "../../../gateway"
import { countTakenBack } from "./chargebacks"
import type { DebitPatch, DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"
import { toMoment, type RowVerdict } from "./row-verdict"

/** Why a debit came back, as a webhook tells it: information only, the row is the proof. */
export interface ToldReason {
  reason_code: string | null
  reason_message: string | null
}

export const NO_REASON: ToldReason = { reason_code: null, reason_message: null }

/** CatalystPay's own codes for the reasons that have one; the others are a bank's "do not honour". */
const ERROR_CODES: Readonly<Record<string, string>> = {
  AC01: "invalid_iban",
  AC04: "account_closed",
  AM04: "insufficient_funds",
  MD01: "mandate_rejected",
  MD02: "mandate_rejected",
  MS03: "unknown",
}

/**
 * An approved debit came back from the debtor's bank. Before anything was captured the debit has failed; afterwards it is
 * a chargeback of kind `return`. Told again, it changes nothing.
 */
export async function applyReturn(
  context: LedgerContext,
  debit: DebitRecord,
  row: TransactionRow,
  told: ToldReason,
): Promise<RowVerdict> {
  if (debit.status === "failed") {
    return "known"
  }
  if (debit.status !== "approved") {
    return "irrelevant"
  }
  if (!debit.captured_at) {
    const { decision, debit: now } = await context.store.apply(debit.id, {
      transition: "failed",
      expect: { status: "approved", captured: false },
      event: { type: "returned", source: "reconciliation", details: { transaction_status: row.status, reason_code: told.reason_code } },
      patch: patchOf(context, told),
    })
    if (decision.kind !== "overtaken") {
      return "applied"
    }
    // Captured, or moved otherwise, at the same moment.
    return applyReturn(context, now, row, told)
  }
  const found = {
    gateway_id: row.id ?? debit.transaction_id ?? debit.id,
    kind: "return",
    amount: debit.amount,
    currency_code: debit.currency_code,
    reason_code: told.reason_code,
    reason_message: told.reason_message,
    bank_fee: null,
    arn: null,
    reported_at: toMoment(row.date_processed),
  } as const
  return countTakenBack(context, debit, found)
}

function patchOf(context: LedgerContext, { reason_code, reason_message }: ToldReason): DebitPatch {
  return {
    returned_at: context.now(),
    retry_allowed: false,
    error_code: reason_code === null ? "unknown" : ERROR_CODES[reason_code] ?? "do_not_honor",
    error_gateway_code: reason_code,
    error_gateway_message: reason_message,
  }
}
