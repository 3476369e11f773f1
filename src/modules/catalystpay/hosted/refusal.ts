import { CatalystPayError } from "../errors"
import { textsFor } from "../texts"

/**
 * Bank account, mandate and verification of a hosted debit are taken on CatalystPay's page, and nowhere else.
 * @returns `collected_by_gateway`
 */
export function collectedByGateway(locale: string | null | undefined): CatalystPayError {
  return new CatalystPayError("collected_by_gateway", {
    developer:
      'The account\'s option collect is "hosted": send the shopper to the payment session\'s payment_url, and complete the ' +
      "cart when the shopper is back.",
    shopper: textsFor(locale).pay_on_page,
    merchant: 'Use a storefront that knows hosted payments, or set collect: "iban" to take bank accounts in your own checkout.',
  })
}
