/** Stable codes of every error this plugin answers with. Storefronts and merchants may rely on them. */
export const ERROR_STATUS = {
  invalid_request: 400,
  invalid_options: 500,
  invalid_iban: 400,
  iban_not_sepa: 400,
  invalid_holder_name: 400,
  mandate_not_accepted: 400,
  mandate_text_outdated: 409,
  iban_in_session_data: 400,
  currency_not_supported: 400,
  amount_not_payable: 400,
  lead_incomplete: 400,
  session_not_found: 404,
  debit_not_found: 404,
  debit_forgotten: 410,
  mandate_not_found: 404,
  delivery_not_found: 404,
  refund_not_found: 404,
  problem_not_found: 404,
  problem_not_dismissible: 409,
  session_not_payable: 409,
  collected_by_gateway: 409,
  payment_in_progress: 409,
  payment_in_progress_elsewhere: 409,
  verification_open: 409,
  lead_conflict: 409,
  too_many_attempts: 429,
  gateway_rejected: 502,
  gateway_unavailable: 503,
  agreement_busy: 503,
  order_not_payable: 409,
  debit_not_approved: 409,
  refund_at_catalystpay: 409,
  refund_exceeds_debit: 409,
  reconciliation_running: 409,
  reconciliation_incomplete: 503,
  seal_unreadable: 500,
  account_unknown: 404,
  webhook_too_large: 413,
  webhook_too_slow: 408,
  webhook_signature_invalid: 401,
  webhook_not_json: 400,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

/** Who an error speaks to. `developer` goes to the log, `shopper` to the checkout, `merchant` says what to do. */
export interface ErrorTexts {
  developer: string
  shopper?: string
  merchant?: string
}

/**
 * The plugin's one family of errors: a stable code, its HTTP status, and up to three texts.
 * No text ever holds an IBAN, an API key or a session token.
 */
export class CatalystPayError extends Error {
  override readonly name = "CatalystPayError"
  readonly code: ErrorCode
  readonly texts: ErrorTexts
  /** Seconds after which the same request may succeed, when known. */
  readonly retry_after: number | null

  constructor(code: ErrorCode, texts: ErrorTexts, options: { cause?: unknown; retry_after?: number | null } = {}) {
    super(texts.developer, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.texts = texts
    this.retry_after = options.retry_after ?? null
  }

  get status(): number {
    return ERROR_STATUS[this.code]
  }

  /** What the browser may read: the shopper's text where there is one. */
  get public_message(): string {
    return this.texts.shopper ?? this.texts.developer
  }
}

export function isCatalystPayError(error: unknown): error is CatalystPayError {
  return error instanceof CatalystPayError
}
