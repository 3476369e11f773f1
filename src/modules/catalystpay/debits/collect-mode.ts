import type { DebitStatus } from "../debit-state"
import type { DebitRecord } from "./debit-record"

/**
 * Who takes the shopper's bank account and mandate: `iban` this store's own checkout, which submits the debit itself;
 * `hosted` CatalystPay's payment page, so that the store never sees an IBAN.
 */
export const COLLECT_MODES = ["iban", "hosted"] as const
export type CollectMode = (typeof COLLECT_MODES)[number]

/** Pure: the shopper pays on CatalystPay's page, and what became of that only CatalystPay can tell. */
export function isHosted({ collect }: { collect: CollectMode }): boolean {
  return collect === "hosted"
}

/** Of a debit whose page can be paid, or may have been without anybody here knowing. */
export const OPEN_PAGE_STATUSES: readonly DebitStatus[] = ["opened", "submitting", "awaiting_verification", "declined"]

/** Pure: the shopper may be paying on CatalystPay's page right now, or may have paid there without anybody here knowing. */
export function mayBePaidOnPage(debit: { collect: CollectMode; status: DebitStatus }): boolean {
  return isHosted(debit) && OPEN_PAGE_STATUSES.includes(debit.status)
}

/**
 * Pure: it was paid, or may have been, and nobody has told this store under which id. On CatalystPay's page that is the
 * rule; where this store submits, it is so when nothing but a GET of the session has said that it was completed.
 */
export function isNameless(
  debit: Pick<DebitRecord, "collect" | "status" | "transaction_id" | "merchant_transaction_id">,
): boolean {
  const { transaction_id, merchant_transaction_id, status } = debit
  return transaction_id === null && (isHosted(debit) || (status === "approved" && merchant_transaction_id === null))
}
