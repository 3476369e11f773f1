import type { SepaOutcome } from "medusa-payment-catalystpay/storefront"
import type { Order } from "./store"

/** How far an order's payment is, as its page shows it. */
export type Progress = "waiting_for_bank" | "placed" | "approved" | "confirmed" | "failed" | "refunded" | "canceled"

/** Pure: the order's own word for the money, and the kit's for a debit that has not become any yet. */
export function progressOf({ status, payment_status }: Pick<Order, "status" | "payment_status">, debit: SepaOutcome): Progress {
  if (status === "canceled") {
    return "canceled"
  }
  switch (payment_status) {
    case "captured":
    case "partially_captured":
      return "confirmed"
    case "refunded":
    case "partially_refunded":
      return "refunded"
    case "not_paid":
    case "awaiting":
    case "authorized":
    case "partially_authorized":
    case "canceled":
    case "requires_action":
      return progressOfDebit(debit)
  }
}

function progressOfDebit({ type }: SepaOutcome): Progress {
  switch (type) {
    case "placed":
    case "approved":
      return "approved"
    case "placed_pending":
    case "unknown":
    case "in_progress":
      return "waiting_for_bank"
    case "declined":
    case "failed":
    case "ended":
    case "needs_bank_account":
    case "ready":
    case "needs_verification":
    case "needs_payment_page":
      return "failed"
    case "throttled":
    case "unavailable":
    case "unreachable":
    case "refused":
      return "placed"
  }
}

/** Whether nothing more is to be expected within minutes. */
export function isSettled(progress: Progress): boolean {
  return progress === "confirmed" || progress === "refunded" || progress === "canceled"
}

export type PaymentCollection = NonNullable<Order["payment_collections"]>[number]

/** Pure: the collection that asks for what is not paid yet; null when nothing does. */
export function collectionToPay({ payment_collections }: Pick<Order, "payment_collections">): PaymentCollection | null {
  const open = payment_collections?.filter(({ status }) => !OVER.has(status)) ?? []
  return open.at(-1) ?? null
}

const OVER: ReadonlySet<string> = new Set(["authorized", "completed", "partially_captured", "canceled"])
