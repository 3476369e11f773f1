import type { WebhookEvent } from "../../../gateway"
import type { DebitRecord } from "../debits/debit-record"
import { isFailure } from "../money/transaction-words"

/** What a webhook asks the ledger to look at. */
export type WebhookTopic =
  /** It says that the debit was approved; a GET of the session can confirm that. */
  | "approval"
  /** It tells of a refund, of a debit that came back or was settled: rows of transactions can confirm that. */
  | "transactions"
  /** It tells of a chargeback: rows of chargebacks can confirm that. */
  | "chargebacks"
  /** Nothing that a debit depends on. */
  | "other"

type KnownDebit = Pick<DebitRecord, "status" | "returned_at" | "settled_at" | "transaction_id" | "reference">

/** Pure. @param settledWords the option `settlement.statuses` */
export function topicOf(debit: KnownDebit, event: WebhookEvent, settledWords: string[]): WebhookTopic {
  if (event.type.startsWith("chargeback.")) {
    return "chargebacks"
  }
  if (isRefund(event) || isAnotherTransaction(debit, event)) {
    return "transactions"
  }
  if (confirmsApproval(event)) {
    return "approval"
  }
  if (!isSaleEvent(event) || !isOfCurrentAttempt(debit, event)) {
    return "other"
  }
  const { transaction_status: status } = event
  const cameBack = isFailure(status) && (debit.status === "approved" || debit.returned_at !== null)
  const settled = status !== null && settledWords.includes(status) && debit.status === "approved" && !debit.settled_at
  return cameBack || settled ? "transactions" : "other"
}

/** Pure: does the event say that the debit was approved? */
export function confirmsApproval(event: WebhookEvent): boolean {
  if (event.type === "payment_session.completed") {
    return event.session_status === null || event.session_status === "COMPLETED"
  }
  return isSaleEvent(event) && event.type !== "transaction.imported" && event.transaction_status === "approved"
}

export function isRefund(event: WebhookEvent): boolean {
  return event.type.startsWith("transaction.") && event.transaction_type === "sdd_refund"
}

function isSaleEvent(event: WebhookEvent): boolean {
  return event.type.startsWith("transaction.") && (event.transaction_type ?? "sdd_sale") === "sdd_sale"
}

/** Pure: whether the ids in the event are those of the debit's own transaction, as far as it can be told. */
export function namesOwnTransaction(debit: KnownDebit, event: WebhookEvent): boolean {
  return !event.type.startsWith("transaction.") || (isSaleEvent(event) && isOfCurrentAttempt(debit, event))
}

/** A mapping may leave the type out: a further transaction of an approved debit may be its refund. */
function isAnotherTransaction(debit: KnownDebit, event: WebhookEvent): boolean {
  return (
    event.type.startsWith("transaction.") &&
    event.transaction_type === null &&
    debit.status === "approved" &&
    debit.transaction_id !== null &&
    event.transaction_id !== null &&
    event.transaction_id !== debit.transaction_id &&
    !isOfEarlierAttempt(debit, event)
  )
}

function isOfCurrentAttempt(debit: KnownDebit, event: WebhookEvent): boolean {
  if (event.tenant_reference_id !== null) {
    return !isOfEarlierAttempt(debit, event)
  }
  const { transaction_id } = debit
  return event.transaction_id === null || transaction_id === null || event.transaction_id === transaction_id
}

/** Each attempt has a reference of its own. */
function isOfEarlierAttempt(debit: KnownDebit, event: WebhookEvent): boolean {
  return event.tenant_reference_id !== null && event.tenant_reference_id !== debit.reference
}
