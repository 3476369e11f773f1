import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { isDueForCapture } from "../../modules/catalystpay/capture-policy"
import type { DebitRecord } from "../../modules/catalystpay/debit-record"
import type { Settings } from "../../modules/catalystpay/options"
import type { MedusaView } from "./medusa-view"

/** What Medusa lacks, or has wrong, in view of the ledger. */
export type Disagreement =
  /** A placed order waits for the debit, whose outcome is known. */
  | "authorize_placed_order"
  /** The debit is confirmed, its cart is still open, and nothing is to be booked before it settles. */
  | "place_order"
  /** The money is to be booked; where the cart is still open, its order is placed with it. */
  | "capture"
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
}

/**
 * Pure: what to do next so that Medusa says what the ledger knows; null when they agree. One thing at a time: after each
 * both are read anew.
 */
export function nextDisagreement({ debit, view, settings }: Agreement): Disagreement | null {
  const { session, order } = view
  if (isCollectedForNothing(debit, view)) {
    return debit.orphaned_at ? null : "orphan"
  }
  if (order && session?.status === PaymentSessionStatus.PENDING_AUTHORIZATION && isSettled(debit)) {
    return "authorize_placed_order"
  }
  if (settings.capture === "on_settlement" && isOrderMissing(debit, view)) {
    return "place_order"
  }
  if (session && !session.payment?.captured_at && isDueForCapture(debit, settings.capture)) {
    return "capture"
  }
  return null
}

function isCollectedForNothing(debit: DebitRecord, { session, order }: MedusaView): boolean {
  // What was captured has its problem of its own, until it is refunded.
  const canceled = !debit.captured_at && (!!order?.canceled || !!session?.payment?.canceled_at)
  return debit.status === "approved" && (debit.origin === "external" || canceled)
}

/** The shopper paid and did not come back to complete the cart. */
function isOrderMissing(debit: DebitRecord, { session, order, cart }: MedusaView): boolean {
  const isPaid = debit.status === "approved" && debit.confirmed_at !== null && !debit.returned_at && !debit.captured_at
  return isPaid && !order && cart?.completed === false && session?.status === PaymentSessionStatus.PENDING
}

/** The gateway has said what became of it. */
function isSettled({ status }: DebitRecord): boolean {
  return status !== "queued" && status !== "submitting" && status !== "awaiting_verification"
}
