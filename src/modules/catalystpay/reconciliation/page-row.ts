import type { TransactionRow } from "../../../gateway"
import type { DebitRecord } from "../debits/debit-record"
import { lookAtPage } from "../outcomes/finding-out"
import { transactionsOf } from "../outcomes/gateway-records"
import { completingAttempt, mayBeAttemptOnPage, nameTransaction } from "../hosted/attempts"
import type { LedgerContext } from "../ledger-context"
import { isApprovedSale } from "../outcomes/outcome"
import { leadOfTenant } from "../accounts/tenants"
import { applyTransactionRow } from "../money/transaction-rows"
import type { RowOutcome } from "./report"
import { outcomeOf } from "./row-outcome"

/** Debits of one shopper and one amount that are asked after; more of them are no accident. */
const MOST_SUSPECTS = 3

/**
 * A transaction on CatalystPay's page carries nothing that this store chose. The lead's hosted debits of the same money
 * come into question; sessions of one lead follow each other, so the last that was opened before the transaction is asked
 * first. One whose page a GET finds completed is named, and confirmed, by its row.
 * @returns null when it is of none of them
 * @throws GatewayError when the records have to be asked for more and do not answer
 */
export async function applyAttemptOnPage(context: LedgerContext, account: string, row: TransactionRow): Promise<RowOutcome | null> {
  const { customer_email_csv: email } = row
  const nameless = email === null ? [] : await context.store.namelessOfLead(leadOfTenant(context.settings, account, email))
  const suspects = nameless.filter((debit) => mayBeAttemptOnPage(context.settings, debit, row))
  for (const suspect of suspects.slice(0, MOST_SUSPECTS)) {
    const found = await lookAtPage(context, suspect)
    if (found.status === "approved") {
      return applyToPaidPage(context, suspect, found, row)
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

async function applyToPaidPage(
  context: LedgerContext,
  before: DebitRecord,
  paid: DebitRecord,
  row: TransactionRow,
): Promise<RowOutcome> {
  const isPayment = isApprovedSale(row, context.settings.settlement.statuses)
  // What was declined may be an earlier attempt on the page, or the one that completed it and has come back since.
  const completing = isPayment ? row : await completingAttempt(context, paid, await transactionsOf(context, paid))
  const named = await nameTransaction(context, paid, completing)
  const verdict = await applyTransactionRow(context, named, row)
  const isNews = named.transaction_id !== before.transaction_id || paid.status !== before.status
  return outcomeOf(context, before, isNews ? "applied" : verdict)
}
