import { bookedRow } from "../../modules/catalystpay/money/booking-note"
import { isMoreThan, leastAmount, subtractAmounts, sumAmounts } from "../../modules/catalystpay/money/money"
import type { Settings } from "../../modules/catalystpay/options"
import type { MoneyBack } from "../../modules/catalystpay/money/money-facts"
import type { Disagreement } from "./decide"
import type { MedusaView } from "./medusa-view"

/** What the decision about money that went back rests on. */
export interface MoneyAgreement {
  /** Read before the view: a refund that the ledger owes was Medusa's before. */
  money: MoneyBack
  view: MedusaView
  settings: Pick<Settings, "chargebacks">
  /** What was tried already, in this agreement, and did not end what it was for. */
  tried: ReadonlySet<Disagreement>
}

/** Pure: what Medusa's books lack of the money that went back, or the ledger's of Medusa's; null when they agree. */
export function nextMoneyDisagreement(input: MoneyAgreement): Disagreement | null {
  return disagreements(input).find((disagreement) => !input.tried.has(disagreement)) ?? null
}

function disagreements({ money, view, settings }: MoneyAgreement): Disagreement[] {
  const found: Disagreement[] = refundsGivenUp(money, view).length > 0 ? ["withdraw_refunds"] : []
  // Medusa books nothing on an order that was cancelled: by cancelling it, it took the money for gone already.
  if (!view.session?.payment?.captured_at || !view.order || view.order.canceled) {
    return found
  }
  if (settings.chargebacks === "book_refund" && money.chargebacks.some(({ booked_at }) => !booked_at)) {
    found.push("book_chargebacks")
  }
  if (unbookedReceipts(money).length > 0) {
    found.push("book_receipts")
  }
  return found
}

/** Pure: Medusa's ids of the refunds that are due and that it does not know any more. */
export function refundsGivenUp({ refunds }: MoneyBack, { session }: MedusaView): string[] {
  const payment = session?.payment
  if (!payment) {
    return []
  }
  const living = new Set((payment.refunds ?? []).map(({ id }) => id))
  const open = refunds.filter(({ confirmed_at, confirmed_amount }) => !confirmed_at && !isMoreThan(confirmed_amount, "0"))
  return open.map(({ medusa_refund_id }) => medusa_refund_id).filter((id) => !living.has(id))
}

/** Pure: refunds of which a part, or all, was asked for by nobody and is not booked yet. */
export function unbookedReceipts({ receipts }: MoneyBack): MoneyBack["receipts"] {
  return receipts.filter(({ booked_at, unasked_amount }) => !booked_at && isMoreThan(unasked_amount, "0"))
}

/** What of Medusa's payment a booking depends on. */
export type BookedPayment = Pick<NonNullable<NonNullable<MedusaView["session"]>["payment"]>, "captures" | "refunds">

/**
 * Pure: how much Medusa can still book for a row of the ledger: its amount, and no more than is captured and not
 * refunded.
 * @returns a decimal string in major units; null when it is booked already, or nothing is left to book it on
 */
export function amountToBook(payment: BookedPayment, row: { id: string; amount: string }): string | null {
  const refunds = payment.refunds ?? []
  if (refunds.some(({ note }) => bookedRow(note) === row.id)) {
    return null
  }
  const captured = sumAmounts((payment.captures ?? []).map(({ raw_amount }) => raw_amount))
  const left = subtractAmounts(captured, sumAmounts(refunds.map(({ raw_amount }) => raw_amount)))
  const amount = leastAmount(row.amount, left)
  return isMoreThan(amount, "0") ? amount : null
}
