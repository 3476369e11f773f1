import type { TransactionRow } from "../../../gateway"
import { isHosted } from "../debits/collect-mode"
import type { DebitRecord } from "../debits/debit-record"
import { lookAtPage } from "../outcomes/finding-out"
import { transactionsOf } from "../outcomes/gateway-records"
import { completingAttempt, mayBeUnnamedAttempt, nameTransaction } from "../outcomes/nameless"
import type { LedgerContext } from "../ledger-context"
import { isApprovedSale } from "../outcomes/outcome"
import { leadOfTenant } from "../accounts/tenants"
import { applyTransactionRow } from "../money/transaction-rows"
import type { RowOutcome } from "./report"
import { outcomeOf } from "./row-outcome"

/** Debits of one shopper and one amount that are asked after; more of them are no accident. */
const MOST_SUSPECTS = 3

/**
 * A transaction that this store did not submit carries nothing that it chose. The lead's nameless debits of the same money
 * come into question: those of CatalystPay's page, and those that only a GET of their session has found paid. Sessions of
 * one lead follow each other, so the last that was opened before the transaction is asked first. One that was completed is
 * named, and confirmed, by its row.
 * @returns null when it is of none of them
 * @throws GatewayError when the records have to be asked for more and do not answer
 */
export async function applyToNameless(context: LedgerContext, account: string, row: TransactionRow): Promise<RowOutcome | null> {
  const { customer_email_csv: email } = row
  const nameless = email === null ? [] : await context.store.namelessOfLead(leadOfTenant(context.settings, account, email))
  const suspects = nameless.filter((debit) => mayBeUnnamedAttempt(context.settings, debit, row))
  for (const suspect of suspects.slice(0, MOST_SUSPECTS)) {
    const found = await lookAtPage(context, suspect)
    if (found.status === "approved") {
      const outcome = await applyToPaid(context, suspect, found, row)
      if (outcome) {
        return outcome
      }
      continue
    }
    if (found.status === "submitting") {
      return { kind: "undecided", debit_id: found.id, moved: false }
    }
    if (found.status !== suspect.status) {
      return outcomeOf(context, suspect, "applied")
    }
  }
  return null
}

/** @returns null when what this store has submitted itself is the debit's transaction, or another one is */
async function applyToPaid(
  context: LedgerContext,
  before: DebitRecord,
  paid: DebitRecord,
  row: TransactionRow,
): Promise<RowOutcome | null> {
  const isPayment = isHosted(paid) && isApprovedSale(row, context.settings.settlement.statuses)
  // What was declined may be an earlier attempt on the page, or the one that completed it and has come back since.
  const completing = isPayment ? row : await completingAttempt(context, paid, await transactionsOf(context, paid))
  if (!isHosted(paid) && completing?.id !== row.id) {
    return null
  }
  const named = await nameTransaction(context, paid, completing)
  const verdict = await applyTransactionRow(context, named, row)
  const isNews = named.transaction_id !== before.transaction_id || paid.status !== before.status
  return outcomeOf(context, before, isNews ? "applied" : verdict)
}
