import { createSepaClient, type SepaStatus } from "../../storefront"
import type { FakeStore } from "./fake-store"

export const CART = { id: "cart_1", total: 20.71, payment_collection: { id: "paycol_1" } }
export const IBAN = "DE89370400440532013000"

export const SESSIONS = "POST /store/payment-collections/paycol_1/payment-sessions"
export const MANDATE = "GET /store/catalystpay/payment-sessions/payses_1/mandate"
export const ACCOUNT = "POST /store/catalystpay/payment-sessions/payses_1/bank-account"
export const RETURN = "POST /store/catalystpay/payment-sessions/payses_1/verification"
export const GIVE_UP = "DELETE /store/catalystpay/payment-sessions/payses_1/verification"
export const AUTHORIZE = "POST /store/catalystpay/payment-sessions/payses_1/authorization"
export const COMPLETE = "POST /store/carts/cart_1/complete"
export const ORDER = "GET /store/orders/order_1"

const MEDUSA_STATUS: Partial<Record<SepaStatus, string>> = { failed: "error", cancelled: "canceled", superseded: "canceled" }

/** A payment session as the store API shows it. */
export function session(status: SepaStatus, data: Record<string, unknown> = {}) {
  return {
    id: "payses_1",
    provider_id: "pp_catalystpay_sepa",
    status: MEDUSA_STATUS[status] ?? "pending",
    data: {
      session_id: "payses_1",
      session_token: "ps_1",
      status,
      attempt: 1,
      amount: "20.71",
      currency_code: "eur",
      verification_url: status === "awaiting_verification" ? "https://bank.example/sign" : null,
      bank_account: null,
      mandate: null,
      error: null,
      retry_allowed: null,
      ...data,
    },
  }
}

export const step = (status: SepaStatus, data?: Record<string, unknown>) => ({ payment_session: session(status, data) })

export const opened = (status: SepaStatus, data?: Record<string, unknown>) => ({
  payment_collection: { id: "paycol_1", payment_sessions: [session(status, data)] },
})

export const placed = (status: SepaStatus, data?: Record<string, unknown>) => ({
  type: "order",
  order: { id: "order_1", display_id: 7, payment_collections: [{ id: "paycol_1", payment_sessions: [session(status, data)] }] },
})

export const notPlaced = (status: SepaStatus, data?: Record<string, unknown>) => ({
  type: "cart",
  cart: { id: "cart_1", payment_collection: { payment_sessions: [session(status, data)] } },
  error: { type: "payment_authorization_error", name: "Error", message: "The debit was declined." },
})

export const declinedWith = (code: string, more: Record<string, unknown> = {}) => ({
  error: { code, message: "No." },
  retry_allowed: true,
  ...more,
})

export const mandate = {
  mandate: {
    text: "SEPA Direct Debit Mandate\n\nCreditor: Demo.\n\nRefund within 8 weeks.",
    locale: "en",
    text_version: "2026-11",
    text_hash: "0".repeat(64),
    creditor: { name: "Demo", identifier: "DE98ZZZ09999999999", address: null },
    reference: null,
    holder_name: null,
    bic: null,
  },
}

export const account = {
  session_id: "payses_1",
  iban: IBAN,
  iban_holder_name: "Max Mustermann",
  mandate: { accepted: true, locale: "en", text_version: "2026-11" },
}

/** A client for which time does not pass; how long it would have waited is kept. */
export function clientOf(store: FakeStore) {
  const pauses: number[] = []
  const client = createSepaClient(store, {
    pause: async (milliseconds, signal) => {
      pauses.push(milliseconds)
      await Promise.resolve()
      signal?.throwIfAborted()
    },
  })
  return { client, pauses }
}
