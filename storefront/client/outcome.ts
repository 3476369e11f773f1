import type { SepaSession } from "./session"

/** Why a bank, or CatalystPay for it, declined a debit. The wording stands in the texts, `declines`. */
export const DECLINE_CODES = [
  "insufficient_funds",
  "invalid_iban",
  "invalid_holder_name",
  "mandate_rejected",
  "account_closed",
  "do_not_honor",
  "gateway_unavailable",
  "not_submitted",
  "unknown",
] as const

export type DeclineCode = (typeof DECLINE_CODES)[number]

export interface PlacedOrder {
  id: string
  /** The number that people see; null where the answer does not have it (paying a placed order). */
  display_id: number | null
}

/** The field of the form that a refusal is about; null when it is about none. */
export type FormField = "iban" | "holder_name" | "mandate"

/**
 * What keeps a step from being done. Nothing was debited by the step that is answered so, and each may be repeated,
 * except `refused`, which says the same again until something is changed.
 */
export type Trouble =
  /**
   * Another payment is under way, and neither cart nor session can change: on this cart (`payment_in_progress`: complete
   * it to learn the outcome), with this e-mail on another cart (`payment_in_progress_elsewhere`), or the bank alone can
   * end it, on its page (`verification_open`).
   */
  | { type: "in_progress"; code: "payment_in_progress" | "payment_in_progress_elsewhere" | "verification_open" }
  /** Too often. `retry_after`: seconds, null when not known. */
  | { type: "throttled"; retry_after: number | null }
  /** The store or the payment service is not available just now; nothing was debited. `retry_after`: seconds, or null. */
  | { type: "unavailable"; retry_after: number | null }
  /** The store did not answer. Of completing and paying this is never said: that is `unknown`. */
  | { type: "unreachable" }
  /**
   * The store refused. `code`: the plugin's or Medusa's, null when the answer had none; `message`: the store's sentence;
   * `status`: the HTTP status.
   */
  | { type: "refused"; code: string | null; status: number; field: FormField | null; message: string }

/** Every way that a step of a payment can end. Switch over `type`. */
export type SepaOutcome =
  /** The session is open: show mandate and form. `order_id` wherever it stands: of an order that is placed already. */
  | { type: "needs_bank_account"; session: SepaSession }
  /**
   * Hosted: bank account and mandate are given on CatalystPay's page. Send the shopper to `url`; once back, whatever the
   * address says, `complete` (or `payPlacedOrder`) asks what was paid. `to_sign`: the bank wants the mandate signed there.
   */
  | { type: "needs_payment_page"; session: SepaSession; url: string; to_sign: boolean; order_id: string | null }
  /** The bank account is given and the mandate accepted: complete the cart, or pay the placed order. */
  | { type: "ready"; session: SepaSession }
  /** The bank wants the mandate signed on its page: send the shopper to `url`. */
  | { type: "needs_verification"; session: SepaSession; url: string; order_id: string | null }
  /** The debit is approved and there is no order yet: complete the cart. */
  | { type: "approved"; session: SepaSession }
  /** The order is placed, and its debit approved. An approval is a promise: the money comes days later. */
  | { type: "placed"; order: PlacedOrder; session: SepaSession | null }
  /** The order is placed; the bank has not answered yet. Nobody has to do anything, and nobody must pay again. */
  | { type: "placed_pending"; order: PlacedOrder; session: SepaSession }
  /** The bank declined; another account, or what the code says, may be tried in the same session: of a hosted one, on its page. */
  | {
      type: "declined"
      session: SepaSession
      code: DeclineCode
      retry_allowed: true
      /** How many more accounts may be tried; null when that is not known. */
      attempts_left: number | null
      order_id: string | null
    }
  /** The bank declined, and this session takes no other account: start a new one, or offer another way to pay. */
  | { type: "failed"; session: SepaSession; code: DeclineCode; retry_allowed: false; order_id: string | null }
  /** The session was given up, replaced by another cart's, or withdrawn; nothing was debited: start a new one. */
  | { type: "ended"; session: SepaSession; order_id: string | null }
  /**
   * Nobody knows yet whether the debit was taken. It is no failure, and must not be paid again: ask once more
   * (`complete` and `payPlacedOrder` answer the same however often they are asked), or `waitForOutcome`.
   */
  | { type: "unknown" }
  | Trouble

/** What is known of an IBAN. */
export type IbanOutcome =
  | { type: "valid"; country: string | null; bank_name: string | null; bic: string | null }
  | { type: "invalid"; code: "invalid_iban" | "iban_not_sepa" }
  | Trouble

/** The mandate as the shopper has to see it before accepting it. */
export interface SepaMandate {
  /** Paragraphs, parted by an empty line; the first one is the title. */
  text: string
  /** The language that the text is in. */
  locale: string
  /** To be given back with the acceptance: the server refuses an acceptance of another wording. */
  text_version: string
  creditor: { name: string; identifier: string; address: string | null }
  /** The mandate's own reference; null before the debit was approved. */
  reference: string | null
}

export type MandateOutcome = { type: "mandate"; mandate: SepaMandate } | Trouble
