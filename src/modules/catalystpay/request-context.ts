import { AsyncLocalStorage } from "node:async_hooks"

/** What of the shopper's request the ledger may want to know. */
export interface RequestContext {
  ip_address: string | null
  user_agent: string | null
}

/** What the provider can't learn from Medusa's calls. */
export interface CheckoutRequest extends RequestContext {
  /** This request creates a payment session of ours: the one it replaces is adopted or cancelled by that. */
  opens_session: boolean
  /** The language that the storefront asks for, as a BCP 47 tag. */
  locale: string | null
}

const KEY = "__medusa_payment_catalystpay_request_context"

declare global {
  var __medusa_payment_catalystpay_request_context: AsyncLocalStorage<CheckoutRequest> | undefined
}

/**
 * One storage per process, however often this file is loaded: Medusa imports routes and providers each in their own way.
 * The shopper's address reaches the provider through it and never through session data, which a browser can write.
 */
function storage(): AsyncLocalStorage<CheckoutRequest> {
  return (globalThis[KEY] ??= new AsyncLocalStorage<CheckoutRequest>())
}

export function runWithRequest<Result>(context: CheckoutRequest, work: () => Result): Result {
  return storage().run(context, work)
}

/** Null outside a request: a job, a webhook, a test. */
export function currentRequest(): CheckoutRequest | null {
  return storage().getStore() ?? null
}
