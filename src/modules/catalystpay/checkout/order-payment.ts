import { stillPays } from "./capture-policy"
import { isHosted } from "../debits/collect-mode"
import type { DebitRecord } from "../debits/debit-record"
import { isInFlight } from "../debit-state"
import { CatalystPayError } from "../errors"
import { addAmounts, currencyDigits, isMoreThan, subtractAmounts, sumAmounts, toDecimal } from "../money/money"
import { textsFor } from "../texts"

/** What is to be paid again. */
export interface OrderPayment {
  debit: DebitRecord
  /** All debits of the order, this one among them. */
  debits: readonly DebitRecord[]
  /** The order's. */
  canceled: boolean
  /** The order's, in major units, with the edits that were confirmed. */
  total: string
}

/**
 * Pure: whether a placed order may be paid by the debit of a payment session now.
 * @returns the refusal `order_not_payable` or `payment_in_progress`, or null
 */
export function refusalToPayOrder({ debit, debits, canceled, total }: OrderPayment, locale: string | null | undefined): CatalystPayError | null {
  const texts = textsFor(locale)
  if (canceled) {
    return notPayable("The order was cancelled.", texts.session_not_payable)
  }
  const others = debits.filter(({ id }) => id !== debit.id)
  if (others.some(({ status }) => isInFlight(status))) {
    return new CatalystPayError("payment_in_progress", {
      developer: "Another debit of this order was submitted, and its outcome is not known yet.",
      shopper: texts.payment_in_progress,
    })
  }
  // A further collection is the merchant's will: it asks for what earlier debits do not pay.
  const sameMoney = others.filter((other) => other.payment_collection_id === debit.payment_collection_id)
  if (sameMoney.some(stillPays)) {
    return notPayable("Another debit of the same payment collection was approved: it is paid.", texts.already_paid)
  }
  const refusalOfTooMuch = () =>
    collectsTooMuch(debit, others, total)
      ? notPayable("With what earlier debits pay, it would collect more than the order's total: ask for what is left.", texts.already_paid)
      : null
  switch (debit.status) {
    case "ready":
      return refusalOfTooMuch()
    case "queued":
    case "submitting":
    case "awaiting_verification":
      return null
    case "approved":
      return stillPays(debit) ? null : notPayable("The debit pays for no order any more.", texts.session_not_payable)
    case "opened":
    case "declined":
      return isHosted(debit)
        ? refusalOfTooMuch()
        : notPayable(`The debit is ${debit.status}: it needs a bank account first.`, texts.bank_account_missing)
    case "failed":
    case "cancelled":
    case "superseded":
      return notPayable(`The debit is ${debit.status}: create a new payment session.`, texts.session_not_payable)
  }
}

/**
 * Medusa asks for the whole total anew when an order is edited before its capture. What went back may be asked for again,
 * with a fee on top. Each debit may have been rounded up: a smallest unit is no difference.
 */
function collectsTooMuch(debit: DebitRecord, others: readonly DebitRecord[], total: string): boolean {
  const digits = currencyDigits(debit.currency_code)
  const kept = sumAmounts(others.filter(stillPays).map(keptOf))
  const most = addAmounts(toDecimal(total, debit.currency_code), (10 ** -digits).toFixed(digits))
  return isMoreThan(kept, "0") && isMoreThan(addAmounts(kept, debit.amount), most)
}

/** What of a debit was not given back, and is not about to be, in major units. */
function keptOf({ amount, refunded_amount, charged_back_amount, refund_due_amount }: DebitRecord): string {
  return subtractAmounts(amount, sumAmounts([refunded_amount, charged_back_amount, refund_due_amount]))
}

/** The cart is open: completing it pays for it. */
export function orderNotPlaced(locale: string | null | undefined): CatalystPayError {
  return notPayable("There is no order yet: complete the cart, that pays for it.", textsFor(locale).session_not_payable)
}

function notPayable(developer: string, shopper: string): CatalystPayError {
  return new CatalystPayError("order_not_payable", { developer, shopper })
}
