import { z } from "zod"
import { amount, block, count, currency, flag, last4, oneOf, prose, text, webUrl } from "./fields"

/*
 * Requests and answers of CatalystPay's API. What we send is checked strictly, what we receive is read tolerantly:
 * unseen keys are ignored, missing ones are null, unseen statuses become "unknown" and stay readable in `raw_status`.
 */

const SESSION_STATUSES = [
  "PENDING",
  "PAYMENT_IN_PROGRESS",
  "AWAITING_VERIFICATION",
  "COMPLETED",
  "FAILED",
  "EXPIRED",
] as const
const PAYMENT_STATUSES = ["completed", "awaiting_verification", "declined", "failed"] as const
const ERROR_CODES = [
  "insufficient_funds",
  "invalid_iban",
  "mandate_rejected",
  "account_closed",
  "do_not_honor",
  "gateway_unavailable",
] as const

/** Status of a CatalystPay session (/reference/status-lifecycles); COMPLETED, FAILED and EXPIRED are terminal. */
export type SessionStatus = (typeof SESSION_STATUSES)[number] | "UNKNOWN"
/** Outcome of `/pay/` and `/verify/` (PaymentSessionResult). */
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number] | "unknown"
/** Normalised reason of a decline (PaymentSessionResult, `error_details.code`); unseen codes are "unknown". */
export type ErrorCode = (typeof ERROR_CODES)[number] | "unknown"

export function readSessionStatus(written: string | null): SessionStatus {
  return oneOf(SESSION_STATUSES, "UNKNOWN", written)
}

/** Opaque, but it becomes a part of the path, so what would make another path of it is refused. */
export const sessionTokenSchema = z.object({
  session_token: z.string().regex(/^(?!\.{1,2}$)[!-~]{1,255}$/, "is not a CatalystPay session token"),
})

export const ibanSchema = z.object({ iban: z.string().trim().min(1).max(64) })

export const paySchema = z.object({
  iban: z.string().trim().min(1).max(64),
  iban_holder_name: z.string().trim().min(1),
  /** Unique per tenant and per attempt: a reused one is answered with 409, which is what makes a repeat harmless. */
  tenant_reference_id: z.string().trim().min(1).max(255),
})
export type PayInput = z.infer<typeof paySchema>

export const verifySchema = z.object({
  /** From the gateway's return address, where it gave one. */
  verification_id: z.string().min(1).optional(),
})
export type VerifyInput = z.infer<typeof verifySchema>

/** A status that an answer can't do without. */
const requiredStatus = z.string().trim().min(1)

export const createdSessionSchema = z
  .object({ session_token: z.string().trim().min(1), status: text, payment_url: webUrl })
  .transform(({ session_token, status, payment_url }) => ({
    session_token,
    status: readSessionStatus(status),
    raw_status: status ?? "",
    payment_url,
  }))
export type CreatedSession = z.output<typeof createdSessionSchema>

export const sessionViewSchema = z
  .object({ session_token: text, status: requiredStatus, amount, currency, attempts_remaining: count })
  .transform(({ status, ...rest }) => ({ ...rest, status: readSessionStatus(status), raw_status: status }))
/** What GET tells of a session. Amounts are decimal strings in major units. */
export type SessionView = Addressed<z.output<typeof sessionViewSchema>>

export const cancelledSessionSchema = z
  .object({ session_token: text, status: text })
  .transform(({ session_token, status }) => ({
    session_token,
    // The answer's shape is undocumented; the only transition that cancelling makes is to EXPIRED.
    status: status === null ? ("EXPIRED" as const) : readSessionStatus(status),
    raw_status: status ?? "",
  }))
export type CancelledSession = {
  session_token: string
  status: SessionStatus
  /** As the gateway wrote it; empty when it confirmed without naming a status. */
  raw_status: string
}

export const ibanValidationSchema = z
  .object({ valid: z.boolean(), bank_name: prose, bic: text, error: prose, message: prose, detail: prose })
  .transform(({ valid, bank_name, bic, error, message, detail }) => ({
    valid,
    bank_name,
    bic,
    // The documentation says that there is a message and not under which key.
    message: valid ? null : (error ?? message ?? detail),
  }))
/** CatalystPay's opinion of an IBAN. `message` says why it is refused and never contains the IBAN. */
export type IbanValidation = z.output<typeof ibanValidationSchema>

const transactionSchema = block({
  id: text,
  merchant_transaction_id: text,
  gateway_reference: text,
  tenant_reference_id: text,
  status: text,
  type: text,
})
const errorDetailsSchema = block({ code: text, message: prose, gateway_code: text, gateway_message: prose }).transform(
  (details) =>
    details && { ...details, code: oneOf(ERROR_CODES, "unknown", details.code), raw_code: details.code },
)

export const paymentResultSchema = z
  .object({
    session_token: text,
    status: requiredStatus,
    livemode: flag,
    created_at: text,
    processed_at: text,
    order_number: text,
    verification_url: webUrl,
    error: prose,
    retry_allowed: flag,
    transaction: transactionSchema,
    order: block({ id: text, order_number: text, status: text }),
    subscription: block({ id: text, status: text, billing_frequency: text, next_billing_date: text }),
    lead: block({ id: text }),
    amount,
    currency,
    payment_method: block({
      type: text,
      iban_last4: last4,
      iban_country: text,
      bic: text,
      bank_name: prose,
      holder_name: prose,
    }),
    sepa: block({ mandate_reference: text, sequence_type: text, creditor_identifier: text }),
    adapter: block({ name: text }),
    payment_gateway: block({ id: text, name: text, descriptor: text, test_mode: flag }),
    error_details: errorDetailsSchema,
  })
  .transform(({ status, ...rest }) => ({
    ...rest,
    status: oneOf(PAYMENT_STATUSES, "unknown", status),
    raw_status: status,
  }))
/**
 * The envelope that `/pay/` and `/verify/` share (PaymentSessionResult). Amounts are decimal strings in major units.
 * `retry_allowed === true` alone says that another IBAN may be tried: the documentation contradicts itself on whether
 * "failed" or "declined" does.
 */
export type PaymentResult = Addressed<z.output<typeof paymentResultSchema>>

/** An answer that may leave its session token out, completed with the one that was asked about. */
type Addressed<Answer extends { session_token: string | null }> = Omit<Answer, "session_token"> & {
  session_token: string
}
