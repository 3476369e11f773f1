/** How far the submission of a debit is. README, "What the states mean". */
export const SEPA_STATUSES = [
  "opened",
  "ready",
  "queued",
  "submitting",
  "approved",
  "awaiting_verification",
  "declined",
  "failed",
  "cancelled",
  "superseded",
] as const

export type SepaStatus = (typeof SEPA_STATUSES)[number]

/** `payment_session.data` of a session of this plugin. Orders can be read without a login, so it says nothing personal. */
export interface SepaSessionData {
  status: SepaStatus
  /** Who takes the bank account: this checkout, or CatalystPay's page at `payment_url`. */
  collect: "iban" | "hosted"
  payment_url: string | null
  /** Number of the bank account that was given, from 1; 0 before the first. */
  attempt: number
  /** Decimal string in major units; null where an older server does not say. */
  amount: string | null
  currency_code: string | null
  verification_url: string | null
  bank_account: { iban_last4: string | null; iban_country: string | null; bank_name: string | null } | null
  error: { code: string; message: string } | null
  retry_allowed: boolean | null
  /** How many more bank accounts may be tried, where the merchant's options say it. */
  attempts_left: number | null
}

/** Medusa's payment session, as far as a checkout needs it. */
export interface SepaSession {
  id: string
  provider_id: string
  /** Medusa's word; a session in `error` or `canceled` takes no payment any more. */
  status: string
  data: SepaSessionData
}

/** Every provider of this plugin: `pp_catalystpay` with whatever id the merchant gave it. */
const PROVIDER = /^pp_catalystpay(_|$)/

/** Reads a payment session out of an answer. @returns null when it is none of this plugin's, or unreadable */
export function readSession(value: unknown): SepaSession | null {
  if (!isRecord(value) || typeof value.id !== "string" || typeof value.provider_id !== "string") {
    return null
  }
  const { data } = value
  const status = isRecord(data) ? SEPA_STATUSES.find((known) => known === data.status) : undefined
  if (!PROVIDER.test(value.provider_id) || !isRecord(data) || status === undefined) {
    return null
  }
  return {
    id: value.id,
    provider_id: value.provider_id,
    status: textOf(value.status) ?? "pending",
    data: {
      status,
      // An older server has no such page to send anybody to.
      collect: data.collect === "hosted" ? "hosted" : "iban",
      payment_url: webAddressOf(data.payment_url),
      attempt: numberOf(data.attempt) ?? 0,
      amount: textOf(data.amount),
      currency_code: textOf(data.currency_code),
      verification_url: webAddressOf(data.verification_url),
      bank_account: isRecord(data.bank_account)
        ? {
            iban_last4: textOf(data.bank_account.iban_last4),
            iban_country: textOf(data.bank_account.iban_country),
            bank_name: textOf(data.bank_account.bank_name),
          }
        : null,
      error: isRecord(data.error)
        ? { code: textOf(data.error.code) ?? "unknown", message: textOf(data.error.message) ?? "" }
        : null,
      retry_allowed: typeof data.retry_allowed === "boolean" ? data.retry_allowed : null,
      attempts_left: numberOf(data.attempts_left),
    },
  }
}

/** The sessions of this plugin in a payment collection, in the order in which Medusa gives them. */
export function sessionsOf(collection: unknown): SepaSession[] {
  const sessions = isRecord(collection) && Array.isArray(collection.payment_sessions) ? collection.payment_sessions : []
  return sessions.map(readSession).filter((session) => session !== null)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}

export function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null
}

/** It becomes a link and a place to go: nothing but a web page. */
export function webAddressOf(value: unknown): string | null {
  const address = textOf(value)
  return address !== null && /^https?:\/\//i.test(address) ? address : null
}

export function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null
}
