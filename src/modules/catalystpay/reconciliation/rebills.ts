import type { TransactionRow } from "../../../gateway"
import type { DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"
import { accountsOfTenant, leadOfTenant } from "../accounts/tenants"
import { reportUnmatchedRow } from "../money/unmatched-row"
import type { RowOutcome } from "./report"

/**
 * A further instalment that CatalystPay collects by itself, where the campaign's offer is a subscription (contract,
 * section 12). It carries no reference of ours, so that it is bound to the debit whose mandate it names, else to the one
 * approved debit of its bank account and e-mail.
 *
 * It is written into that debit's time line, once for each status, and changes nothing else: it is money of its own, for
 * which Medusa has no order, so it is neither a capture nor a refund of the first debit, and that first debit's coming back
 * says nothing of it. What may belong to several debits is reported; what fits none belongs to another shop.
 */
export async function applyRebill(context: LedgerContext, account: string, row: TransactionRow): Promise<RowOutcome> {
  const candidates = await debitsOf(context, account, row)
  const [debit, another] = candidates
  if (!debit) {
    return { kind: "foreign", debit_id: null, moved: false }
  }
  if (another) {
    await reportUnmatchedRow(context, account, row, "sdd_rebill")
    return { kind: "unmatched", debit_id: null, moved: false }
  }
  const { id: transaction_id, status: transaction_status, amount, currency } = row
  const details = { transaction_id, transaction_status, amount, currency }
  const isNew = await context.store.noteTransaction(debit.id, { type: "rebilled", source: "reconciliation", details })
  if (isNew) {
    context.logger.info(`Debit ${debit.id}: CatalystPay collects a further instalment by its mandate; Medusa has no order for it.`)
  }
  return { kind: isNew ? "rebills" : "known", debit_id: debit.id, moved: false }
}

async function debitsOf(context: LedgerContext, account: string, row: TransactionRow): Promise<DebitRecord[]> {
  const accounts = accountsOfTenant(context.settings, account)
  const { mandate_reference, iban_last4, customer_email_csv: email } = row
  const underMandate = mandate_reference === null ? [] : await context.store.approvedUnderMandate(accounts, mandate_reference)
  if (underMandate.length > 0 || iban_last4 === null || email === null) {
    return underMandate
  }
  return context.store.collectedLike({ ...leadOfTenant(context.settings, account, email), iban_last4 })
}
