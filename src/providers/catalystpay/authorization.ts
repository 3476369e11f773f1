import type { AuthorizePaymentOutput, PaymentSessionStatus as SessionStatus } from "@medusajs/framework/types"
import { MedusaError, PaymentSessionStatus } from "@medusajs/framework/utils"
import { isHosted } from "../../modules/catalystpay/debits/collect-mode"
import type { DebitRecord } from "../../modules/catalystpay/debits/debit-record"
import type { PublicData } from "../../modules/catalystpay/debits/public-data"
import type { Settings } from "../../modules/catalystpay/options"
import { CatalystPayError } from "../../modules/catalystpay/errors"
import { isSameAmount, toDecimal } from "../../modules/catalystpay/money/money"
import { declineText, textsFor } from "../../modules/catalystpay/texts"
import { en } from "../../modules/catalystpay/texts/en"
import type { SessionRow } from "./cradle"

/**
 * What Medusa hears of a debit. `answer` is returned; `refuse` is thrown after the public data was written, so that
 * `complete` answers 200 with the cart and the shopper's text (medusa-notes, section 3).
 */
export type Authorization =
  | { kind: "answer"; output: AuthorizePaymentOutput }
  | { kind: "refuse"; error: MedusaError; sessionStatus: SessionStatus }

export interface AuthorizationCase {
  debit: DebitRecord
  data: PublicData
  /** The shopper's language. */
  locale: string | null
  /** The order exists already (Medusa holds it as `pending_authorization`): nothing more can be asked of the cart. */
  orderPlaced: boolean
  capture: Settings["capture"]
}

/** Pure: the table "Medusa hears" of the design. */
export function toAuthorization(input: AuthorizationCase): Authorization {
  const { debit, data, locale, orderPlaced, capture } = input
  const texts = textsFor(locale)
  if (debit.origin === "external") {
    // Collected, but not by this store: nobody can say that it was meant for this order.
    return orderPlaced ? answer(PaymentSessionStatus.ERROR, data) : ended(texts.paid_elsewhere)
  }
  switch (debit.status) {
    case "approved":
      return answer(capture === "on_approval" ? PaymentSessionStatus.CAPTURED : PaymentSessionStatus.AUTHORIZED, data)
    case "submitting":
      // Whether the shopper has paid on the page at all is not known: the order is placed as soon as it is.
      return isHosted(debit) && !orderPlaced
        ? refuse(MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR, texts.page_outcome_unknown, "outcome_unknown")
        : answer(PaymentSessionStatus.PENDING_AUTHORIZATION, data)
    case "queued":
      return answer(PaymentSessionStatus.PENDING_AUTHORIZATION, data)
    case "awaiting_verification":
      return orderPlaced
        ? answer(PaymentSessionStatus.PENDING_AUTHORIZATION, data)
        : refuse(MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR, texts.verification_needed, "verification_needed")
    case "opened":
      return orderPlaced
        ? answer(PaymentSessionStatus.ERROR, data)
        : isHosted(debit)
          ? refuse(MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR, texts.pay_on_page, "payment_page_needed")
          : refuse(MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR, texts.bank_account_missing, "bank_account_missing")
    case "ready":
      return orderPlaced
        ? answer(PaymentSessionStatus.PENDING_AUTHORIZATION, data)
        : refuse(MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR, texts.gateway_unavailable, "gateway_unavailable")
    case "declined":
      return orderPlaced
        ? answer(PaymentSessionStatus.ERROR, data)
        : refuse(
            MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
            declineText(debit.error_code, true, locale),
            debit.error_code ?? "unknown",
          )
    case "failed":
      return orderPlaced ? answer(PaymentSessionStatus.ERROR, data) : ended(declineText(debit.error_code, false, locale))
    case "cancelled":
    case "superseded":
      return orderPlaced ? answer(PaymentSessionStatus.ERROR, data) : ended(texts.session_not_payable)
  }
}

function answer(status: SessionStatus, data: PublicData): Authorization {
  return { kind: "answer", output: { status, data } }
}

function refuse(type: string, message: string, code: string): Authorization {
  return { kind: "refuse", error: new MedusaError(type, message, code), sessionStatus: PaymentSessionStatus.PENDING }
}

/** Nothing can be paid with this session any more: the storefront has to create a new one. */
function ended(message: string): Authorization {
  const error = new MedusaError(MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR, message, "session_not_payable")
  return { kind: "refuse", error, sessionStatus: PaymentSessionStatus.ERROR }
}

/** The debit must collect what Medusa asks for: Medusa itself never compares amounts (medusa-notes, section 12). */
export function assertSameMoney(session: SessionRow, debit: DebitRecord): void {
  const amount = toDecimal(session.amount, session.currency_code)
  if (!isSameAmount(amount, debit.amount) || session.currency_code.toLowerCase() !== debit.currency_code) {
    throw new CatalystPayError("session_not_payable", {
      developer: `The payment session ${session.id} and its debit differ in amount or currency; create a new session.`,
      shopper: en.session_not_payable,
    })
  }
}

/** How far a debit is, in Medusa's words for a session. */
export function statusOf(debit: DebitRecord): SessionStatus {
  switch (debit.status) {
    case "approved":
      return debit.captured_at ? PaymentSessionStatus.CAPTURED : PaymentSessionStatus.AUTHORIZED
    case "submitting":
    case "queued":
      return PaymentSessionStatus.PENDING_AUTHORIZATION
    case "awaiting_verification":
      return PaymentSessionStatus.REQUIRES_MORE
    case "failed":
      return PaymentSessionStatus.ERROR
    case "cancelled":
    case "superseded":
      return PaymentSessionStatus.CANCELED
    case "opened":
    case "ready":
    case "declined":
      return PaymentSessionStatus.PENDING
  }
}
