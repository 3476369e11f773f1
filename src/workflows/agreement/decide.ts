import { PaymentCollectionStatus, PaymentSessionStatus } from "@medusajs/framework/utils"
import { isDueForCapture } from "../../modules/catalystpay/checkout/capture-policy"
import { mayBePaidOnPage } from "../../modules/catalystpay/debits/collect-mode"
import type { DebitRecord } from "../../modules/catalystpay/debits/debit-record"
import { isInFlight, isUnsubmitted } from "../../modules/catalystpay/debit-state"
import { isMoreThan, sumAmounts, toDecimal } from "../../modules/catalystpay/money/money"
import type { Settings } from "../../modules/catalystpay/options"
import type { MedusaView } from "./medusa-view"

/** What Medusa lacks, or has wrong, in view of the ledger. */
export type Disagreement =
  /** A placed order waits for the debit, whose outcome is known, or was left by a process that died while it placed it. */
  | "authorize_placed_order"
  /** The bank wants the mandate signed, and the order does not show where. */
  | "show_verification"
  /** The order stands, and Medusa holds it as paid, or as waiting, by a debit that will not come. */
  | "fail_payment"
  /** The order stands and is paid, and Medusa holds the payment as cancelled: an earlier completion had been undone. */
  | "revive_payment"
  /** The debit was held to be without an order, and one stands that it pays for. */
  | "adopt_orphan"
  /** The payment was captured, and the process died before the payment, or the order's balance, showed it. */
  | "finish_capture"
  /** The money is to be booked; where the cart is still open, its order is placed with it. */
  | "capture"
  /** The shopper signed, or pressed pay, and is gone: the debit was approved and the cart is still open. */
  | "place_order"
  /** The order was cancelled, and the page of its debit could still be paid. */
  | "close_page"
  /** The debit was collected, and there is no order that it pays for, or will. */
  | "orphan"
  /** The ledger owes a refund that Medusa gave up. */
  | "withdraw_refunds"
  /** Money went back to the debtor's bank, and the store wants that booked as a refund. */
  | "book_chargebacks"
  /** CatalystPay paid a refund that nobody had asked for in Medusa. */
  | "book_receipts"

/** What the decision rests on. */
export interface Agreement {
  debit: DebitRecord
  view: MedusaView
  settings: Pick<Settings, "capture">
  now: Date
  /** What was tried already, in this agreement, and did not end what it was for. */
  tried: ReadonlySet<Disagreement>
}

/** A capture that is being booked now is given time. */
const BOOKING_MS = 60 * 1000

/** Until then the shopper's own browser may complete the cart. */
export const SHOPPERS_TIME_MS = 3 * 60 * 1000

const UNTOUCHED: string[] = [PaymentSessionStatus.PENDING]
const FAILED: string[] = [PaymentSessionStatus.ERROR]
const BEFORE_PAYMENT: string[] = [...UNTOUCHED, ...FAILED, PaymentSessionStatus.REQUIRES_MORE]
/** Collections that Medusa shows as paid, or as about to be. */
const AWAITED: string[] = [PaymentCollectionStatus.AWAITING, PaymentCollectionStatus.AUTHORIZED]

/**
 * Pure: what to do next so that Medusa says what the ledger knows; null when they agree. One thing at a time: after each
 * both are read anew. What a remedy did not end, it will not end at once: the next agreement tries again.
 */
export function nextDisagreement(input: Agreement): Disagreement | null {
  return disagreements(input).find((disagreement) => !input.tried.has(disagreement)) ?? null
}

/** In the order in which they are ended. */
function disagreements({ debit, view, settings, now, tried }: Agreement): Disagreement[] {
  const { session, order, cart } = view
  // What was captured for an order that was cancelled since, Medusa has asked back: that is a refund.
  if (debit.status === "approved" && (debit.origin === "external" || (order?.canceled && !debit.captured_at))) {
    const found: Disagreement[] = debit.orphaned_at ? [] : ["orphan"]
    return order && !order.canceled ? [...found, ...forUnpaidOrder(debit, view)] : found
  }
  if (order?.canceled) {
    // Nothing is collected for it, and what a cancelled order's session says moves nothing.
    const isOpen = mayBePaidOnPage(debit) && isUnsubmitted(debit.status)
    return [...forAwaiting(debit, view), ...(isOpen ? (["close_page"] as const) : [])]
  }
  if (order && !session && debit.status === "approved") {
    // Medusa had deleted its session, so something else pays for the order: its page could be paid all the same.
    return debit.orphaned_at ? [] : ["orphan"]
  }
  if (order) {
    return forPlacedOrder({ debit, view, settings, now })
  }
  if (debit.status !== "approved" || debit.origin !== "store" || debit.orphaned_at) {
    return []
  }
  if (session && isDueForCapture(debit, settings.capture) && !session.payment?.captured_at && !tried.has("capture")) {
    return ["capture"]
  }
  const shopperIsGone = now.getTime() - (debit.approved_at ?? debit.updated_at).getTime() > SHOPPERS_TIME_MS
  if (session && cart && !cart.completed && !tried.has("place_order")) {
    // Where a webhook would capture, and place the order with that, it places the order alone.
    const isConfirmed = settings.capture === "on_settlement" && debit.confirmed_at !== null
    return shopperIsGone || isConfirmed || tried.has("capture") ? ["place_order"] : []
  }
  return shopperIsGone || tried.has("place_order") ? ["orphan"] : []
}

function forAwaiting(debit: DebitRecord, view: MedusaView): Disagreement[] {
  return awaitsOutcome(debit, view) ? ["authorize_placed_order"] : []
}

function forPlacedOrder({ debit, view, settings, now }: Omit<Agreement, "tried">): Disagreement[] {
  const { session } = view
  const found: Disagreement[] = []
  if (awaitsOutcome(debit, view) || isStranded(debit, view)) {
    found.push("authorize_placed_order")
  }
  const isShown = (session?.data?.verification_url ?? null) === debit.verification_url
  if (debit.status === "awaiting_verification" && isWaiting(view) && !isShown) {
    found.push("show_verification")
  }
  if (isHeldAsPaid(debit, view)) {
    found.push("fail_payment")
  }
  if (debit.status === "approved" && session?.payment?.canceled_at && !session.payment.captured_at) {
    found.push("revive_payment")
  }
  if (debit.orphaned_at && session?.payment && !session.payment.canceled_at) {
    found.push("adopt_orphan")
  }
  if (isCaptureUnfinished(view, now)) {
    found.push("finish_capture")
  } else if (session && !session.payment?.captured_at && !session.payment?.canceled_at && isDueForCapture(debit, settings.capture)) {
    found.push("capture")
  }
  return found
}

/**
 * Medusa writes the capture, the payment's date and the order's transaction one after the other, and never looks again:
 * the order would stay unpaid in its own books, and a capture without the payment's date keeps every other one from being
 * made. A debit is captured in full or not at all.
 */
function isCaptureUnfinished({ session, order }: MedusaView, now: Date): boolean {
  const payment = session?.payment
  if (!payment || payment.canceled_at || !order) {
    return false
  }
  const captures = payment.captures ?? []
  const isOver = captures.every(({ created_at }) => now.getTime() - created_at.getTime() > BOOKING_MS)
  const rounded = (amount: string) => toDecimal(amount, session.currency_code)
  const captured = sumAmounts(captures.map(({ raw_amount }) => raw_amount))
  const isWhole = captures.length > 0 && !isMoreThan(rounded(session.raw_amount), rounded(captured))
  return isOver && isWhole && (!payment.captured_at || captures.some(({ id }) => !order.counted.includes(id)))
}

/** Somebody paid the debit at the gateway itself: the order that waited for it is paid by nothing. */
function forUnpaidOrder(debit: DebitRecord, view: MedusaView): Disagreement[] {
  const { session } = view
  if (session && FAILED.includes(session.status)) {
    return AWAITED.includes(session.payment_collection?.status ?? "") ? ["fail_payment"] : []
  }
  return awaitsOutcome(debit, view) || isStranded(debit, view) ? ["authorize_placed_order"] : []
}

/** Medusa waits, and the gateway has said what became of the debit, or never was asked. */
function awaitsOutcome(debit: DebitRecord, view: MedusaView): boolean {
  const isKnown = !isInFlight(debit.status) && (debit.status !== "ready" || hasSeal(debit))
  return isWaiting(view) && isKnown
}

function isWaiting({ session }: MedusaView): boolean {
  return session?.status === PaymentSessionStatus.PENDING_AUTHORIZATION
}

/** Without it, nobody can submit what is ready. */
function hasSeal({ sealed_iban }: DebitRecord): boolean {
  return sealed_iban !== null
}

/**
 * The shopper pressed pay for the cart, and Medusa knows neither a payment nor that it waits for one: the process died
 * between the order and its payment. A debit that was opened for the placed order waits for another press of pay. Whether a
 * page was paid, the gateway is asked.
 */
function isStranded(debit: DebitRecord, { session }: MedusaView): boolean {
  if (!session || session.payment || !BEFORE_PAYMENT.includes(session.status)) {
    return false
  }
  const wasPressed = debit.status === "approved" || isInFlight(debit.status)
  const canBePressed = (debit.status === "ready" && hasSeal(debit)) || mayBePaidOnPage(debit)
  return wasPressed || (canBePressed && debit.order_id === null && !FAILED.includes(session.status))
}

/** By a debit that has ended, or that nobody can submit any more. */
function isHeldAsPaid(debit: DebitRecord, { session }: MedusaView): boolean {
  if (!session || session.payment?.captured_at || debit.status === "approved" || isInFlight(debit.status)) {
    return false
  }
  const paymentStands = !!session.payment && !session.payment.canceled_at
  const waitsForShopper = debit.order_id !== null && UNTOUCHED.includes(session.status)
  const canBePressed = debit.status === "ready" && hasSeal(debit)
  if (waitsForShopper || (canBePressed && !paymentStands)) {
    return false
  }
  const isAwaited = AWAITED.includes(session.payment_collection?.status ?? "")
  return paymentStands || !FAILED.includes(session.status) || isAwaited
}
