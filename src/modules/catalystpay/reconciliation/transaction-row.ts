import type { TransactionRow } from "../../../gateway"
import type { DebitRecord } from "../debits/debit-record"
import { settleExternalRow, settleUnnamedRow } from "../outcomes/external-payment"
import { findOut } from "../outcomes/finding-out"
import type { LedgerContext } from "../ledger-context"
import { isSameAmount } from "../money/money"
import { isApprovedSale, outcomeOfRows, speaksOfOtherMoney } from "../outcomes/outcome"
import { record } from "../outcomes/recording"
import { ownerByIds } from "../money/row-owner"
import { accountsOfTenant, leadOfTenant } from "../accounts/tenants"
import { applyTransactionRow } from "../money/transaction-rows"
import { isFailure } from "../money/transaction-words"
import { reportUnmatchedRow } from "../money/unmatched-row"
import { applyToNameless } from "./nameless-row"
import { applyRebill } from "./rebills"
import { applyRefund } from "./refund-row"
import { outcomeOf } from "./row-outcome"
import type { RowOutcome } from "./report"

const FOREIGN: RowOutcome = { kind: "foreign", debit_id: null, moved: false }

/** A debit's unpaid sessions of one shopper that are asked after; more of them with one amount are no accident. */
const MOST_SUSPECTS = 3

/**
 * Applies a transaction that was found in the reconciliation by itself, as a webhook about it would be applied. Told
 * again, before or after the webhook, it changes nothing.
 * @throws GatewayError when the API has to be asked for more and does not answer
 */
export async function applyTransaction(context: LedgerContext, account: string, row: TransactionRow): Promise<RowOutcome> {
  switch (row.type) {
    case "sdd_refund":
      return applyRefund(context, account, row)
    case "sdd_rebill":
      return applyRebill(context, account, row)
    case "other_type":
      return { kind: "irrelevant", debit_id: null, moved: false }
    case "sdd_sale":
    case "unknown":
      return applySale(context, account, row)
  }
}

async function applySale(context: LedgerContext, account: string, row: TransactionRow): Promise<RowOutcome> {
  const debit = await ownerByIds(context, account, row)
  if (debit) {
    return applyOwnSale(context, debit, row)
  }
  return (await applyEarlierAttempt(context, account, row)) ?? applyUnnamed(context, account, row)
}

async function applyOwnSale(context: LedgerContext, debit: DebitRecord, row: TransactionRow): Promise<RowOutcome> {
  switch (debit.status) {
    case "approved":
      return outcomeOf(context, debit, await applyTransactionRow(context, debit, row))
    case "submitting":
    case "awaiting_verification":
      return settle(context, debit, row)
    default:
      return isApprovedSale(row, context.settings.settlement.statuses)
        ? paidElsewhere(context, debit, row)
        : { kind: isFailure(row.status) ? "known" : "undecided", debit_id: debit.id, moved: false }
  }
}

/**
 * The outcome of a submission that nobody heard of. An approval is proved by the row; what a decline leaves to the
 * shopper, only the session says.
 */
async function settle(context: LedgerContext, debit: DebitRecord, row: TransactionRow): Promise<RowOutcome> {
  const reading = { settled: context.settings.settlement.statuses, session_ended: false }
  const outcome = outcomeOfRows(debit, [row], reading, context.now())
  if (outcome.other_money !== null) {
    await record(context, debit, outcome, "reconciliation")
    return { kind: "mismatches", debit_id: debit.id, moved: false }
  }
  if (outcome.transition === "approved") {
    const approved = await record(context, debit, outcome, "reconciliation", { transaction_status: row.status })
    await applyTransactionRow(context, approved, row)
    return outcomeOf(context, debit, "applied")
  }
  if (!isFailure(row.status)) {
    return { kind: "undecided", debit_id: debit.id, moved: false }
  }
  const { debit: found } = await findOut(context, debit)
  // Its session may go on saying that it was completed: it came back since.
  if (found.status === "approved") {
    await applyTransactionRow(context, found, row)
  }
  return outcomeOf(context, debit, found.status === debit.status ? "undecided" : "applied")
}

/** Somebody paid what this store did not submit, or had given up: see `settleExternal`. */
async function paidElsewhere(context: LedgerContext, debit: DebitRecord, row: TransactionRow): Promise<RowOutcome> {
  const settled = await settleExternalRow(context, debit, row)
  if (settled.status === "approved") {
    return outcomeOf(context, debit, "applied")
  }
  const isOtherMoney = !debit.returned_at && speaksOfOtherMoney(debit, row.amount, row.currency)
  return { kind: isOtherMoney ? "mismatches" : "known", debit_id: debit.id, moved: false }
}

/**
 * A row of an attempt of ours that the debit has gone past: declined, as a rule, and of no interest. One that was
 * approved after all is money that nobody here knows of.
 */
async function applyEarlierAttempt(context: LedgerContext, account: string, row: TransactionRow): Promise<RowOutcome | null> {
  const session = sessionOf(row.tenant_reference_id)
  const debit = session && (await context.store.bySession(session))
  if (!debit || !accountsOfTenant(context.settings, account).includes(debit.account)) {
    return null
  }
  const isPaid = isApprovedSale(row, context.settings.settlement.statuses)
  switch (debit.status) {
    case "submitting":
    case "awaiting_verification":
      return { kind: isPaid ? "undecided" : "irrelevant", debit_id: debit.id, moved: false }
    case "approved":
      if (!isPaid) {
        return { kind: "irrelevant", debit_id: debit.id, moved: false }
      }
      await reportUnmatchedRow(context, account, row, "sdd_sale", debit)
      return { kind: "unmatched", debit_id: debit.id, moved: false }
    default:
      return isPaid ? paidElsewhere(context, debit, row) : { kind: "irrelevant", debit_id: debit.id, moved: false }
  }
}

/** Pure: the Medusa session in a reference of ours, `<payment session id>.<attempt>`; null in a stranger's. */
export function sessionOf(reference: string | null): string | null {
  return /^(.+)\.\d+$/.exec(reference ?? "")?.[1] ?? null
}

/**
 * Whoever has the session token can pay at the gateway's own page, and such a transaction carries no reference. Where
 * e-mail and money are those of an unpaid session of this store, the session is asked; other shops' rows cost nothing.
 */
async function applyUnnamed(context: LedgerContext, account: string, row: TransactionRow): Promise<RowOutcome> {
  const { customer_email_csv: email } = row
  const wasCollected = isApprovedSale(row, context.settings.settlement.statuses) || isFailure(row.status)
  if (row.tenant_reference_id !== null || !wasCollected || email === null) {
    return FOREIGN
  }
  const ofNameless = await applyToNameless(context, account, row)
  if (ofNameless) {
    return ofNameless
  }
  const unpaid = await context.store.unpaidOfLead(leadOfTenant(context.settings, account, email))
  const suspects = unpaid.filter(({ amount, currency_code }) => {
    return isSameAmount(row.amount, amount) && row.currency?.toLowerCase() === currency_code
  })
  for (const suspect of suspects.slice(0, MOST_SUSPECTS)) {
    const settled = await settleUnnamedRow(context, suspect, row)
    if (settled.status === "approved") {
      await applyTransactionRow(context, settled, row)
      return outcomeOf(context, suspect, "applied")
    }
  }
  return FOREIGN
}
