import { ApiError } from "./api-error"
import { orderStatus } from "./model"
import type { Attempt, ErrorDetails, Session } from "./model"
import { toMinor } from "./money"
import type { OrderStatus, SubscriptionStatus, TransactionType } from "./money-types"
import { newSubscription } from "./subscription"

/** Amounts in minor units, here and below. */
export type Transaction = {
  id: string
  type: TransactionType
  session: Session
  /** The purchase that it belongs to: its order, account and mandate. */
  attempt: Attempt
  merchant_transaction_id: string
  gateway_reference: string
  reference: string | null
  amount: number
  stage: "pending" | "approved" | "settled" | "declined"
  /** The word that the API has for the stage. */
  status: string
  error: ErrorDetails | null
  /** The debit that a refund gives back. */
  original: Transaction | null
  /** Of a rebill. */
  subscription: Subscription | null
  created_at: Date
  processed_at: Date | null
}

export type Chargeback = {
  id: string
  transaction: Transaction
  amount: number
  reason_code: string
  arn: string
  created_at: Date
}

/** Days are `YYYY-MM-DD`, UTC. */
export type Subscription = {
  id: string
  session: Session
  attempt: Attempt
  status: SubscriptionStatus
  billing_amount: number
  start_date: string
  next_billing_date: string | null
  last_billing_date: string
  trial_end_date: string | null
  /** The day whose rhythm later billing days keep. */
  billing_anchor_date: string
  successful_billing_count: number
  failed_billing_count: number
  total_revenue: number
  created_at: Date
  updated_at: Date
}

/** What an event tells of. */
export type Subject = { transaction: Transaction; chargeback: Chargeback | null; subscription: Subscription | null }

/** What the sandbox knows of money: every transaction, chargeback and subscription, oldest first. */
export class Ledger {
  readonly transactions: Transaction[] = []
  readonly chargebacks: Chargeback[] = []
  readonly subscriptions: Subscription[] = []

  /** An attempt was made; the gateway has not decided yet. */
  submitted(session: Session, attempt: Attempt): void {
    this.transactions.push({
      id: attempt.id,
      type: "sdd_sale",
      session,
      attempt,
      merchant_transaction_id: attempt.merchant_transaction_id,
      gateway_reference: attempt.gateway_reference,
      reference: attempt.reference,
      amount: toMinor(session.amount) ?? 0,
      stage: "pending",
      status: "pending",
      error: null,
      original: null,
      subscription: null,
      created_at: attempt.created_at,
      processed_at: null,
    })
  }

  /** The gateway approved or declined an attempt; an approved one may begin a subscription. */
  decided(session: Session, attempt: Attempt): Subject {
    const transaction = this.transaction(attempt.id)
    transaction.stage = attempt.outcome
    transaction.status = attempt.outcome
    transaction.error = attempt.error
    transaction.processed_at = attempt.processed_at
    const subscription = newSubscription(session, attempt, transaction.amount)
    if (subscription) {
      this.subscriptions.push(subscription)
    }
    return { transaction, chargeback: null, subscription }
  }

  /** @throws ApiError 404 */
  transaction(id: string): Transaction {
    const transaction = this.transactions.find((candidate) => candidate.id === id)
    if (!transaction) {
      throw new ApiError(404, `There is no transaction ${id}.`)
    }
    return transaction
  }

  /** @throws ApiError 404 */
  subscription(id: string): Subscription {
    const subscription = this.subscriptions.find((candidate) => candidate.id === id)
    if (!subscription) {
      throw new ApiError(404, `There is no subscription ${id}.`)
    }
    return subscription
  }

  /** The subscription that a purchase began. */
  subscriptionOf(attempt: Attempt): Subscription | null {
    return this.subscriptions.find((subscription) => subscription.attempt === attempt) ?? null
  }

  refundedOf(debit: Transaction): number {
    return sum(this.transactions.filter(({ original }) => original === debit))
  }

  chargedBackOf(debit: Transaction): number {
    return sum(this.chargebacks.filter(({ transaction }) => transaction === debit))
  }

  /** Of the order that an attempt belongs to, rebills, refunds and chargebacks included. */
  orderStatus(attempt: Attempt): OrderStatus {
    const ofOrder = this.transactions.filter((transaction) => transaction.attempt.order_id === attempt.order_id)
    if (this.chargebacks.some(({ transaction }) => ofOrder.includes(transaction))) {
      return "CHARGEDBACK"
    }
    const refunded = sum(ofOrder.filter(({ type }) => type === "sdd_refund"))
    const paid = sum(ofOrder.filter((transaction) => isPaid(transaction)))
    if (refunded > 0) {
      return refunded < paid ? "PARTIALLY_REFUNDED" : "REFUNDED"
    }
    const last = ofOrder.findLast(({ type }) => type === "sdd_sale")
    return last?.attempt.outcome === "approved" && !isPaid(last) ? "FAILED" : orderStatus(last?.attempt ?? attempt)
  }
}

/** Whether it is a debit whose money came or is expected to come. */
export function isPaid({ type, stage }: Transaction): boolean {
  return type !== "sdd_refund" && (stage === "approved" || stage === "settled")
}

function sum(items: { amount: number }[]): number {
  return items.reduce((total, { amount }) => total + amount, 0)
}
