import { subscriptionOf } from "./billing"
import { orderStatus } from "./model"
import type { Attempt, Session } from "./model"

/** The German Bundesbank's example of a creditor identifier, which belongs to nobody. */
export const CREDITOR = { name: "CatalystPay Sandbox Merchant", identifier: "DE98ZZZ09999999999" } as const

export const GATEWAY_NAME = "CatalystPay Sandbox-SDD-EUR"

export function mandateReference(attempt: Attempt): string {
  return `MAND-${attempt.order_number}`
}

export function verificationUrl(baseUrl: string, session: Session): string {
  return `${baseUrl}/verification/${session.token}`
}

/** `PaymentSessionResult`, the answer of pay and verify: every documented key, absent sources as null. */
export function resultEnvelope(session: Session, attempt: Attempt, baseUrl: string) {
  const status = envelopeStatus(session, attempt)
  return {
    object: "payment_session.result",
    session_token: session.token,
    status,
    livemode: false,
    created_at: micros(attempt.created_at),
    processed_at: attempt.processed_at ? micros(attempt.processed_at) : null,
    order_number: attempt.order_number,
    verification_url: status === "awaiting_verification" ? verificationUrl(baseUrl, session) : null,
    error: attempt.error?.message ?? null,
    retry_allowed: attempt.outcome === "declined" ? status === "declined" : null,
    transaction: {
      id: attempt.id,
      merchant_transaction_id: attempt.merchant_transaction_id,
      gateway_reference: attempt.gateway_reference,
      tenant_reference_id: attempt.reference,
      status: attempt.outcome,
      type: "sdd_sale",
    },
    order: { id: attempt.order_id, order_number: attempt.order_number, status: orderStatus(attempt) },
    subscription: subscriptionOf(session, attempt),
    lead: { id: session.lead.id },
    amount: session.amount,
    currency: session.currency,
    payment_method: {
      type: "sepa_debit",
      iban_last4: attempt.account.iban_last4,
      iban_country: attempt.account.iban_country,
      bic: attempt.account.bic,
      bank_name: attempt.account.bank_name,
      holder_name: attempt.account.holder_name,
    },
    sepa: {
      mandate_reference: mandateReference(attempt),
      sequence_type: "FRST",
      creditor_identifier: CREDITOR.identifier,
    },
    adapter: { name: attempt.adapter },
    payment_gateway: {
      id: session.gateway_id,
      name: GATEWAY_NAME,
      descriptor: "sandbox.example",
      test_mode: true,
    },
    error_details: attempt.error,
  }
}

function envelopeStatus(session: Session, attempt: Attempt) {
  switch (attempt.outcome) {
    case "approved":
      return "completed"
    case "pending":
      return "awaiting_verification"
    case "declined":
      return session.status === "FAILED" ? "failed" : "declined"
  }
}

/** Python's isoformat has six digits; JavaScript's clock knows three of them. */
function micros(date: Date): string {
  return date.toISOString().replace("Z", "000Z")
}
