import type { PaymentResult, SessionView, TransactionRow } from "../../../gateway"
import { isHosted } from "../debits/collect-mode"
import type { DebitPatch, DebitRecord } from "../debits/debit-record"
import type { DebitTransition } from "../debit-state"
import { isSameAmount } from "../money/money"

/** What an answer of CatalystPay's API means for a debit; `null` transition: it settles nothing. */
export interface Outcome {
  transition: Extract<DebitTransition, "approved" | "declined" | "failed" | "verification_required"> | null
  patch: DebitPatch
  /** The money that the answer speaks of, in major units, where it is not the ledger's: never applied. */
  other_money: { amount: string | null; currency: string | null } | null
}

/** The seal is not needed once the gateway has answered. */
const UNSEALED: DebitPatch = { sealed_iban: null, sealed_at: null, iban_check: null }
const NOTHING: Outcome = { transition: null, patch: {}, other_money: null }

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
      return NOTHING
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
        // The page of a hosted debit leads there by itself.
        verification_url: isHosted(debit) ? null : debit.verification_url ?? debit.payment_url,
      })
    case "PENDING":
      return debit.status === "awaiting_verification"
        ? settle("declined", { verification_url: null, retry_allowed: true, error_code: "mandate_rejected" })
        : NOTHING
    case "PAYMENT_IN_PROGRESS":
    case "UNKNOWN":
      return NOTHING
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

/** Words of a transaction's status that were seen in the documentation; no page lists them all (contract, section 7). */
const APPROVED_WORD = "approved"
const DECLINED_WORD = "declined"

/** What the transactions of the gateway's reconciliation are read with. */
export interface RowReading {
  /** Statuses that say that the money has settled: what settled was approved. */
  settled: readonly string[]
  /** Whether the session has ended for good: a decline then leaves no other attempt. */
  session_ended: boolean
}

/**
 * Reads the transactions that CatalystPay's reconciliation has of the current attempt: those with its reference. Ids
 * say less: the ledger may still know those of an earlier attempt, and refunds can carry the reference, too.
 */
export function outcomeOfRows(debit: DebitRecord, rows: TransactionRow[], reading: RowReading, now: Date): Outcome {
  const own = rows.filter((row) => row.tenant_reference_id === debit.reference && isSale(row))
  const approved = own.find((row) => isApprovedSale(row, reading.settled))
  if (approved) {
    return approvalByRow(debit, approved, now)
  }
  const declined = own.find(({ status }) => status === DECLINED_WORD)
  if (!declined) {
    return NOTHING
  }
  return settle(reading.session_ended ? "failed" : "declined", {
    ...idsOf(debit, declined),
    ...UNSEALED,
    verification_url: null,
    retry_allowed: !reading.session_ended,
    // A row does not tell why.
    error_code: "unknown",
  })
}

/** What an approved transaction of the debit's says: it also confirms what nobody else has said yet. */
export function approvalByRow(debit: DebitRecord, row: TransactionRow, now: Date): Outcome {
  return approval(debit, row.amount, row.currency, { ...idsOf(debit, row), ...UNSEALED, approved_at: now, confirmed_at: now })
}

/** Pure: whether a row is of a debit that was approved. @param settled the option `settlement.statuses` */
export function isApprovedSale(row: TransactionRow, settled: readonly string[]): boolean {
  const { status } = row
  return isSale(row) && status !== null && (status === APPROVED_WORD || settled.includes(status))
}

export function isSale({ type, raw_type }: TransactionRow): boolean {
  return type === "sdd_sale" || raw_type === null
}

/** The ids of a debit's transaction, and of its account what this store did not take itself. */
export function idsOf(debit: DebitRecord, row: TransactionRow): DebitPatch {
  return {
    transaction_id: row.id ?? debit.transaction_id,
    merchant_transaction_id: row.merchant_transaction_id ?? debit.merchant_transaction_id,
    gateway_reference: row.transaction_id ?? debit.gateway_reference,
    order_number: row.order_number ?? debit.order_number,
    iban_last4: debit.iban_last4 ?? row.iban_last4,
    bic: row.bic ?? debit.bic,
  }
}

function approval(debit: DebitRecord, amount: string | null, currency: string | null, patch: DebitPatch): Outcome {
  if (speaksOfOtherMoney(debit, amount, currency)) {
    return { transition: null, patch: {}, other_money: { amount, currency } }
  }
  return settle("approved", { ...patch, verification_url: null, error_code: null, retry_allowed: null })
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
  return { transition, patch, other_money: null }
}
