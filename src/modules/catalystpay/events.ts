import type { IEventBusModuleService } from "@medusajs/framework/types"
import type { DebitRecord } from "./debits/debit-record"
import type { DebitStatus } from "./debit-state"
import type { ProblemRecord } from "./problems/problems"

/** A debit waits for its turn at the gateway; our own subscriber submits it. */
export const DEBIT_QUEUED_EVENT = "catalystpay.debit.queued"

/** A debit was refused, and another bank account may follow; or it has ended without paying, or came back unpaid. */
export const DEBIT_DECLINED_EVENT = "catalystpay.debit.declined"
export const DEBIT_FAILED_EVENT = "catalystpay.debit.failed"

const EVENT_OF_STATUS: Partial<Record<DebitStatus, string>> = {
  queued: DEBIT_QUEUED_EVENT,
  approved: "catalystpay.debit.approved",
  declined: DEBIT_DECLINED_EVENT,
  failed: DEBIT_FAILED_EVENT,
}

/** Money went back, or is to go back; each is told with the ids of the debit and of the ledger's row. */
export const CHARGEBACK_CREATED_EVENT = "catalystpay.chargeback.created"
export const REFUND_DUE_EVENT = "catalystpay.refund.due"
export const REFUND_CONFIRMED_EVENT = "catalystpay.refund.confirmed"

/** A debit can no longer be expected to bounce. */
export const DEBIT_SETTLED_EVENT = "catalystpay.debit.settled"

/** A debit stands without an order, so that somebody refunds it. */
export const DEBIT_ORPHANED_EVENT = "catalystpay.debit.orphaned"

/** Something that the merchant has to act on was found; and it was healed. */
export const PROBLEM_OPENED_EVENT = "catalystpay.problem.opened"
export const PROBLEM_CLOSED_EVENT = "catalystpay.problem.closed"

/** Tells that a problem was opened or closed. */
export async function announceProblem(bus: IEventBusModuleService | undefined, problem: ProblemRecord): Promise<void> {
  const { id, code, debit_id, order_id } = problem
  await bus?.emit({ name: problem.closed_at ? PROBLEM_CLOSED_EVENT : PROBLEM_OPENED_EVENT, data: { id, code, debit_id, order_id } })
}

/** Tells the store's subscribers that a debit moved. */
export async function announce(bus: IEventBusModuleService | undefined, debit: DebitRecord): Promise<void> {
  const name = EVENT_OF_STATUS[debit.status]
  if (name) {
    await bus?.emit({ name, data: idsOfDebit(debit) })
  }
}

/** What an event says of a debit: ids only, for events are kept in queues and logs. */
export function idsOfDebit({ id, payment_session_id, attempt }: DebitRecord) {
  return { id, payment_session_id, attempt }
}
