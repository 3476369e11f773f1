import type { DebitRecord } from "../debits/debit-record"
import { isMoreThan } from "../money/money"
import type { Settings } from "../options"

/**
 * Pure: whether Medusa is to book a debit as captured now. Never one that is no order's, that came back, that was
 * charged back in full, or that is booked already.
 */
export function isDueForCapture(
  debit: Pick<
    DebitRecord,
    | "status"
    | "origin"
    | "amount"
    | "charged_back_amount"
    | "captured_at"
    | "orphaned_at"
    | "returned_at"
    | "confirmed_at"
    | "settled_at"
  >,
  capture: Settings["capture"],
): boolean {
  const { status, origin, captured_at, orphaned_at, returned_at } = debit
  if (status !== "approved" || origin !== "store" || captured_at || orphaned_at || returned_at || isChargedBack(debit)) {
    return false
  }
  switch (capture) {
    case "on_approval":
      return true
    case "on_webhook":
      return debit.confirmed_at !== null
    case "on_settlement":
      return debit.settled_at !== null
  }
}

/** Pure: the debtor's bank took all of it back. */
export function isChargedBack(debit: Pick<DebitRecord, "amount" | "charged_back_amount">): boolean {
  return !isMoreThan(debit.amount, debit.charged_back_amount)
}

/** Pure: the debit pays for what it was opened for, and nobody took it back. */
export function stillPays(
  debit: Pick<DebitRecord, "status" | "origin" | "amount" | "charged_back_amount" | "orphaned_at" | "returned_at">,
): boolean {
  return debit.status === "approved" && debit.origin === "store" && !debit.orphaned_at && !debit.returned_at && !isChargedBack(debit)
}
