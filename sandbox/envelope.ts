import { subscriptionOf } from "./billing"
import { orderStatus } from "./model"
import type { Attempt, Session } from "./model"
import type { JsonValue } from "./canonical-json"
import type { Switches } from "./switches"

/** The German Bundesbank's example of a creditor identifier, which belongs to nobody. */
export const CREDITOR = { name: "CatalystPay Sandbox Merchant", identifier: "DE98ZZZ09999999999" } as const

export const GATEWAY_NAME = "CatalystPay Sandbox-SDD-EUR"

const AWAITING_WORDS = {
  pending: { transaction: "pending", order: "PENDING" },
  null: { transaction: null, order: null },
  unseen: { transaction: "mandate_pending", order: "ON_HOLD" },
} as const satisfies Record<Switches["awaiting-words"], { transaction: string | null; order: string | null }>

const AWAITING_RETRY = { null: null, false: false, true: true } as const satisfies Record<
  Switches["awaiting-retry"],
  boolean | null
>

const SEQUENCE_TYPE = { FRST: "FRST", OOFF: "OOFF", null: null } as const satisfies Record<
  Switches["sequence-type"],
  string | null
>

export function mandateReference(attempt: Attempt): string {
  return `MAND-${attempt.order_number}`
}

export function verificationUrl(baseUrl: string, session: Session): string {
  return `${baseUrl}/verification/${session.token}`
}

type Envelope = { [key: string]: JsonValue }

/** `PaymentSessionResult`, the answer of pay and verify: every documented key, unless the switches say otherwise. */
export function resultEnvelope(session: Session, attempt: Attempt, baseUrl: string, switches: Switches): Envelope {
  const status = envelopeStatus(attempt, switches)
  const awaiting = status === "awaiting_verification"
  const unsettled = attempt.outcome === "pending" && switches["transaction-block"] === "settled-only"
  const words = awaiting ? AWAITING_WORDS[switches["awaiting-words"]] : null
  const envelope: Envelope = {
    object: "payment_session.result",
    session_token: session.token,
    status,
    livemode: false,
    created_at: micros(attempt.created_at),
    processed_at: attempt.processed_at ? micros(attempt.processed_at) : null,
    order_number: attempt.order_number,
    verification_url: awaiting ? verificationUrl(baseUrl, session) : null,
    error: attempt.error?.message ?? null,
    retry_allowed: awaiting ? AWAITING_RETRY[switches["awaiting-retry"]] : attempt.retry_allowed,
    transaction: unsettled
      ? null
      : {
          id: attempt.id,
          merchant_transaction_id: attempt.merchant_transaction_id,
          gateway_reference: attempt.gateway_reference,
          tenant_reference_id: attempt.reference,
          status: words ? words.transaction : attempt.outcome,
          type: "sdd_sale",
        },
    order: {
      id: attempt.order_id,
      order_number: attempt.order_number,
      status: words ? words.order : orderStatus(attempt),
    },
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
      sequence_type: session.billing_type === "ONE_OFF" ? SEQUENCE_TYPE[switches["sequence-type"]] : "FRST",
      creditor_identifier: CREDITOR.identifier,
    },
    adapter: { name: attempt.adapter },
    payment_gateway: {
      id: session.gateway_id,
      name: GATEWAY_NAME,
      descriptor: "sandbox.example",
      test_mode: true,
    },
    error_details:
      attempt.error && switches["unseen-code"] === "unseen"
        ? { ...attempt.error, code: "mandate_limit_exceeded" }
        : attempt.error,
  }
  return switches["absent-keys"] === "omitted" ? withoutNulls(envelope) : envelope
}

/** The same without the keys that are null, at every depth. */
export function withoutNulls(object: Envelope): Envelope {
  const kept = Object.entries(object).filter(([, value]) => value !== null)
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      typeof value === "object" && value !== null && !Array.isArray(value) ? withoutNulls(value) : value,
    ]),
  )
}

function envelopeStatus(attempt: Attempt, switches: Switches) {
  switch (attempt.outcome) {
    case "approved":
      return "completed"
    case "pending":
      return "awaiting_verification"
    case "declined":
      return attempt.retry_allowed ? switches["retryable-decline"] : switches["last-decline"]
  }
}

/** Python's isoformat has six digits; JavaScript's clock knows three of them. */
function micros(date: Date): string {
  return date.toISOString().replace("Z", "000Z")
}
