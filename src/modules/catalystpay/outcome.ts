import type { PaymentResult, SessionView } from "../../gateway"
import type { DebitPatch, DebitRecord } from "./debit-record"
import type { DebitTransition } from "./debit-state"
import { isSameAmount } from "./money"

/** What an answer of CatalystPay's API means for a debit; `null` transition: it settles nothing. */
export interface Outcome {
  transition: Extract<DebitTransition, "approved" | "declined" | "failed" | "verification_required"> | null
  patch: DebitPatch
  /** Set when the answer speaks of other money than the ledger: never applied. */
  mismatch: boolean
}

/** The seal is not needed once the gateway has answered. */
const UNSEALED: DebitPatch = { sealed_iban: null, sealed_at: null, iban_check: null }

/**
 * Reads an envelope of `/pay/` or `/verify/`. Whether the shopper may try again is decided by `retry_allowed === true`
 * alone: the API's pages disagree on what `declined` and `failed` imply (contract, section 6.3).
 */
export function outcomeOfResult(debit: DebitRecord, result: PaymentResult, now: Date): Outcome {
  const details = detailsOf(debit, result)
  switch (result.status) {
    case "completed":
      return approval(debit, result.amount, result.currency, { ...details, ...UNSEALED, approved_at: now })
    case "awaiting_verification":
      return settle("verification_required", {
        ...details,
        ...UNSEALED,
        verification_url: result.verification_url ?? debit.verification_url ?? debit.payment_url,
      })
    case "declined":
    case "failed": {
      const retry_allowed = result.retry_allowed === true
      return settle(retry_allowed ? "declined" : "failed", {
        ...details,
        ...UNSEALED,
        verification_url: null,
        retry_allowed,
        error_code: result.error_details?.code ?? "unknown",
        error_gateway_code: result.error_details?.gateway_code ?? null,
        error_gateway_message: result.error_details?.gateway_message ?? null,
      })
    }
    case "unknown":
      return { transition: null, patch: {}, mismatch: false }
  }
}

/**
 * Reads a GET of the session. PENDING after a submission settles nothing: the attempt may have been declined, or may
 * never have arrived. After a verification it means that the signature was refused.
 */
export function outcomeOfSession(debit: DebitRecord, session: SessionView, now: Date): Outcome {
  switch (session.status) {
    case "COMPLETED":
      return approval(debit, session.amount, session.currency, { ...UNSEALED, approved_at: now })
    case "FAILED":
    case "EXPIRED":
      return settle("failed", { ...UNSEALED, verification_url: null, retry_allowed: false, error_code: "unknown" })
    case "AWAITING_VERIFICATION":
      return settle("verification_required", {
        ...UNSEALED,
        verification_url: debit.verification_url ?? debit.payment_url,
      })
    case "PENDING":
      return debit.status === "awaiting_verification"
        ? settle("declined", { verification_url: null, retry_allowed: true, error_code: "mandate_rejected" })
        : { transition: null, patch: {}, mismatch: false }
    case "PAYMENT_IN_PROGRESS":
    case "UNKNOWN":
      return { transition: null, patch: {}, mismatch: false }
  }
}

/** The ids and names that an envelope tells; a null never erases what is known. */
export function detailsOf(debit: DebitRecord, result: PaymentResult): DebitPatch {
  const { transaction, payment_method, payment_gateway } = result
  return {
    transaction_id: transaction?.id ?? debit.transaction_id,
    merchant_transaction_id: transaction?.merchant_transaction_id ?? debit.merchant_transaction_id,
    gateway_reference: transaction?.gateway_reference ?? debit.gateway_reference,
    order_number: result.order_number ?? result.order?.order_number ?? debit.order_number,
    bank_name: payment_method?.bank_name ?? debit.bank_name,
    bic: payment_method?.bic ?? debit.bic,
    adapter_name: result.adapter?.name ?? debit.adapter_name,
    gateway_name: payment_gateway?.name ?? debit.gateway_name,
    descriptor: payment_gateway?.descriptor ?? debit.descriptor,
    test_mode: payment_gateway?.test_mode ?? debit.test_mode,
    livemode: result.livemode ?? debit.livemode,
  }
}

function approval(debit: DebitRecord, amount: string | null, currency: string | null, patch: DebitPatch): Outcome {
  const mismatch = speaksOfOtherMoney(debit, amount, currency)
  const cleared: DebitPatch = { verification_url: null, error_code: null, retry_allowed: null }
  return { transition: mismatch ? null : "approved", patch: mismatch ? {} : { ...patch, ...cleared }, mismatch }
}

/** An amount or currency that was not told contradicts nothing. */
export function speaksOfOtherMoney(debit: DebitRecord, amount: string | null, currency: string | null): boolean {
  const otherAmount = amount !== null && !isSameAmount(amount, debit.amount)
  return otherAmount || speaksOfOtherCurrency(debit, currency)
}

export function speaksOfOtherCurrency(debit: DebitRecord, currency: string | null): boolean {
  return currency !== null && currency.toLowerCase() !== debit.currency_code
}

function settle(transition: NonNullable<Outcome["transition"]>, patch: DebitPatch): Outcome {
  return { transition, patch, mismatch: false }
}
