import { stillPays } from "./capture-policy"
import type { DebitRecord } from "../debits/debit-record"
import { isInFlight } from "../debit-state"
import { CatalystPayError } from "../errors"
import { textsFor } from "../texts"

/**
 * Whether a cart, or the payment session on it, may change: not while one of its debits is at the bank, or has paid for
 * it. Pure; the one rule for every request that would change them.
 * @param debits those of the cart or of its payment collection
 * @returns the refusal `payment_in_progress` with the way out, or null
 */
export function refusalToChange(debits: readonly DebitRecord[], locale: string | null | undefined): CatalystPayError | null {
  const texts = textsFor(locale)
  if (debits.some(({ status }) => status === "awaiting_verification")) {
    return new CatalystPayError("payment_in_progress", {
      developer:
        "A debit waits for its mandate to be signed: send the shopper to verification_url, or give it up with " +
        "DELETE /store/catalystpay/payment-sessions/:id/verification.",
      shopper: texts.payment_awaits_signature,
    })
  }
  if (debits.some(({ status }) => isInFlight(status))) {
    return new CatalystPayError("payment_in_progress", {
      developer: "A debit was submitted: complete the cart to learn its outcome.",
      shopper: texts.payment_in_progress,
    })
  }
  if (debits.some(stillPays)) {
    return new CatalystPayError("payment_in_progress", {
      developer: "There is an approved debit already: complete the cart, it needs no further payment.",
      shopper: texts.already_paid,
    })
  }
  return null
}
