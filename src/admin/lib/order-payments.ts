import type { DebitView } from "../../modules/catalystpay/debits/debit-view"
import type { DebitStatus } from "../../modules/catalystpay/debit-state"

/** The part of the dashboard's order that says who pays it. */
export interface OrderPayments {
  payment_collections?: PaymentCollection[] | null
}

interface PaymentCollection {
  status?: string
  captured_amount?: number | null
  refunded_amount?: number | null
  payment_sessions?: { id: string; provider_id: string }[]
}

/** Every provider of ours, whatever id the merchant gave it. */
const PROVIDER = /^pp_catalystpay(_|$)/

const REPLACED: ReadonlySet<DebitStatus> = new Set(["cancelled", "superseded"])

export function ourSessions(order: OrderPayments): string[] {
  const sessions = (order.payment_collections ?? []).flatMap((collection) => collection.payment_sessions ?? [])
  return sessions.filter((session) => PROVIDER.test(session.provider_id)).map((session) => session.id)
}

/** Differs whenever the dashboard has seen the order's payment move. */
export function paymentRevision(order: OrderPayments): string {
  const collections = order.payment_collections ?? []
  return collections.map((one) => [one.status, one.captured_amount, one.refunded_amount].join(":")).join(",")
}

/**
 * The debits that belong on an order's page. A shopper who looked at direct debit and then paid otherwise leaves a debit
 * behind that asks for nothing, so an order of another provider shows none; but money that was taken shows whoever
 * else was paid.
 * @param sessions Medusa's payment sessions of the order that are ours
 */
export function relevantDebits<Debit extends DebitView>(debits: Debit[], sessions: string[]): Debit[] {
  const concernsOrder = debits.some((debit) => sessions.includes(debit.payment_session_id) || mayHoldMoney(debit))
  return concernsOrder ? debits.filter((debit) => !leftNoTrace(debit)) : []
}

function mayHoldMoney(debit: DebitView): boolean {
  const { status } = debit
  return status === "approved" || status === "submitting" || status === "queued" || status === "awaiting_verification"
}

function leftNoTrace(debit: DebitView): boolean {
  return REPLACED.has(debit.status) && debit.attempts.every((attempt) => attempt.submitted_at === null)
}

/** An approval is booked seconds later, or, with capture on settlement, days later: not worth asking on for. */
const BOOKED_WITHIN_MS = 120_000

/** Whether the debit is likely to change while somebody looks at it. */
export function isMoving(debit: DebitView, now: number): boolean {
  if (debit.status === "approved") {
    const approved = debit.approved_at ? Date.parse(debit.approved_at) : 0
    return debit.captured_at === null && debit.orphaned_at === null && now - approved < BOOKED_WITHIN_MS
  }
  return mayHoldMoney(debit)
}
