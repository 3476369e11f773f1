import type { TransactionRecord } from "./money-types"
import type { TestIbanOutcome } from "./test-ibans"
import type { ErrorCode, LeadRecord, SessionRecord, SessionStatus } from "./types"

/** `error_details` of the envelope. */
export type ErrorDetails = {
  code: ErrorCode
  message: string
  gateway_code: string | null
  gateway_message: string | null
}

/** What the gateway makes of an attempt. */
export type Decision = { outcome: TestIbanOutcome; error: ErrorDetails | null }

/** One attempt to pay. Of the IBAN only what answers need is kept. */
export type Attempt = {
  id: string
  merchant_transaction_id: string
  gateway_reference: string
  reference: string | null
  outcome: "pending" | "approved" | "declined"
  error: ErrorDetails | null
  order_id: string
  order_number: string
  subscription_id: string
  adapter: "Emerchantpay Genesis" | "Vendo Services"
  account: {
    iban_masked: string
    iban_last4: string
    iban_country: string
    bic: string | null
    bank_name: string | null
    holder_name: string
    /** Tells whether two attempts are of the same account, without keeping its IBAN. */
    fingerprint: string
  }
  created_at: Date
  processed_at: Date | null
  /** Whether the shopper may try again; null before a decline. */
  retry_allowed: boolean | null
  /** What the gateway will decide, while its answer was lost and the session stays in progress. */
  undecided: Decision | null
  /** Made on the hosted page, which calls verify itself. */
  hosted: boolean
  /** What the shopper chose on the verification page; the first choice stands. */
  verification: { id: string; decision: "signed" | "refused" } | null
}

export type Session = {
  token: string
  status: SessionStatus
  campaign_id: string | null
  gateway_id: string
  amount: string
  currency: string
  billing_type: SessionRecord["billing_type"]
  billing_frequency: string | null
  trial: { unit: "day" | "week" | "month"; period: number } | null
  customer_ip: string | null
  lead: LeadRecord
  /** Whether there is a hosted page to pay on. */
  hosted_page: boolean
  attempts: Attempt[]
  /** Pays that were answered with 400 or 409 and count as attempts (`refused-attempt=counted`). */
  refused_attempts: number
  /** The test IBAN `throttled` had its 429. */
  was_throttled: boolean
  max_attempts: number
  created_at: Date
}

const ACTIVE: readonly SessionStatus[] = ["PENDING", "PAYMENT_IN_PROGRESS", "AWAITING_VERIFICATION"]

export function isTerminal(status: SessionStatus): boolean {
  return !ACTIVE.includes(status)
}

export function attemptsRemaining(session: Session): number {
  return Math.max(0, session.max_attempts - session.attempts.length - session.refused_attempts)
}

const ORDER_STATUS = { pending: "PENDING", approved: "COMPLETED", declined: "FAILED" } as const

/** Status of the order that belongs to an attempt, by the attempt alone. */
export function orderStatus(attempt: Attempt) {
  return ORDER_STATUS[attempt.outcome]
}

/**
 * A copy for tests and for the control API.
 * @param transactions of all sessions
 */
export function toRecord(session: Session, transactions: TransactionRecord[]): SessionRecord {
  return {
    session_token: session.token,
    status: session.status,
    mode: session.campaign_id === null ? "direct" : "campaign",
    campaign_id: session.campaign_id,
    gateway_id: session.gateway_id,
    amount: session.amount,
    currency: session.currency,
    billing_type: session.billing_type,
    billing_frequency: session.billing_frequency,
    customer_ip: session.customer_ip,
    lead: { ...session.lead },
    attempts: session.attempts.length,
    max_payment_attempts: session.max_attempts,
    transactions: transactions.filter(({ session_token }) => session_token === session.token),
    tenant_references: session.attempts.flatMap(({ reference }) => (reference === null ? [] : [reference])),
    created_at: session.created_at.toISOString(),
  }
}
