import type { DebitState } from "../../modules/catalystpay/debit-state"
import type { AdminCatalystPayDebit } from "../../modules/catalystpay/admin-types"
import type { DebitView } from "../../modules/catalystpay/debits/debit-view"
import type { RefundView } from "../../modules/catalystpay/money/money-view"
import type { ProblemCode } from "../../modules/catalystpay/problems/problem-codes"
import { isPositive } from "./format"

/** CatalystPay collects by this mandate again and again. */
export function isSubscription({ events }: Pick<DebitView, "events">): boolean {
  return events.some(({ type }) => type === "rebilled")
}

const AMOUNTS = ["captured", "refund_due", "refunded", "charged_back"] as const

/** What became of the debit's money, without what did not happen. */
export function movedAmounts(debit: DebitView): { name: (typeof AMOUNTS)[number]; amount: string }[] {
  return AMOUNTS.map((name) => ({ name, amount: debit[`${name}_amount`] })).filter(({ amount }) => isPositive(amount))
}

/** Whether CatalystPay has anything to say of it: it was submitted, or the shopper pays on CatalystPay's page. */
export function canBeChecked({ collect, submitted_at }: Pick<DebitView, "collect" | "submitted_at">): boolean {
  return collect === "hosted" || submitted_at !== null
}

const LEAVES_UNPAID: ReadonlySet<DebitState> = new Set([
  "opened",
  "ready",
  "awaiting_verification",
  "declined",
  "failed",
  "charged_back",
  "cancelled",
  "superseded",
])

/** Whether the order may have to be paid by another debit; the server knows whether it has to. */
export function mayLeaveUnpaid(state: DebitState): boolean {
  return LEAVES_UNPAID.has(state)
}

type Notice = "orphaned" | "refund_due"

/** The problems that say the same, with more about it. */
const SAID_BY: Readonly<Record<Notice, readonly ProblemCode[]>> = {
  orphaned: ["debit_without_order", "canceled_order_keeps_money"],
  refund_due: ["refund_overdue"],
}

const NOTICES: readonly Notice[] = ["orphaned", "refund_due"]

/** What the merchant has to do that no open problem says. */
export function noticesOf({ orphaned_at, refund_due_amount, problems }: AdminCatalystPayDebit): Notice[] {
  const holds: Record<Notice, boolean> = { orphaned: orphaned_at !== null, refund_due: isPositive(refund_due_amount) }
  return NOTICES.filter((notice) => holds[notice] && !problems.some(({ code }) => SAID_BY[notice].includes(code)))
}

export type RefundProgress = "due" | "partly" | "confirmed"

export function refundProgress({ confirmed_at, confirmed_amount }: RefundView): RefundProgress {
  if (confirmed_at) {
    return "confirmed"
  }
  return isPositive(confirmed_amount) ? "partly" : "due"
}
