import type { ChargebackRow, TransactionRow } from "../../gateway"
import { isOtherEmail } from "./data-rights/pseudonym"
import type { DebitRecord } from "./debit-record"
import type { LedgerContext } from "./ledger-context"
import { addAmounts, isMoreThan, isSameAmount } from "./money"
import { openAmount } from "./refund-allocation"
import { toMoment } from "./row-verdict"
import { accountsOfTenant, leadOfTenant } from "./tenants"

const DAY_MS = 24 * 60 * 60 * 1000
/** Clocks and day boundaries differ. */
const MARGIN_MS = 2 * DAY_MS
/** A disputed mandate ends after 13 months; nobody refunds a debit later. */
const LONGEST_AFTER_MS = 396 * DAY_MS

/** A debit that a refund may belong to. */
export interface Candidate {
  debit: DebitRecord
  /** Open amounts of its refunds that are due: decimal strings in major units. */
  dues: string[]
}

/** The debit of a transaction's or chargeback's row by the ids that it carries; null when it is none of this tenant's. */
export async function ownerByIds(
  context: LedgerContext,
  account: string,
  row: Pick<TransactionRow | ChargebackRow, "tenant_reference_id" | "id">,
): Promise<DebitRecord | null> {
  const { store } = context
  const found =
    (row.tenant_reference_id === null ? null : await store.byReference(row.tenant_reference_id)) ??
    (row.id === null ? null : await store.byTransaction(row.id))
  return found && accountsOfTenant(context.settings, account).includes(found.account) ? found : null
}

/**
 * The debit that a refund gives back: by reference, by the receipt that it was counted for, else by what it says of
 * money, account and e-mail. Null unless exactly one debit is meant.
 */
export async function ownerOfRefund(context: LedgerContext, account: string, row: TransactionRow): Promise<DebitRecord | null> {
  if (row.tenant_reference_id !== null) {
    return ownerByIds(context, account, row)
  }
  const accounts = accountsOfTenant(context.settings, account)
  for (const name of accounts) {
    const receipt = row.id === null ? null : await context.refunds.receiptOf(name, row.id)
    if (receipt) {
      return context.store.byId(receipt.debit_id)
    }
  }
  if (row.iban_last4 === null && row.customer_email_csv === null) {
    return null
  }
  const { iban_last4, customer_email_csv: email } = row
  const emails = email === null ? null : leadOfTenant(context.settings, account, email).emails
  const debits = await context.store.approvedLike({ accounts, iban_last4, emails })
  const candidates: Candidate[] = []
  for (const debit of debits.filter((one) => mayBeRefundOf(one, row))) {
    candidates.push({ debit, dues: (await context.refunds.ofDebit(debit.id)).map(openAmount) })
  }
  return chooseOwner(candidates, row.amount)
}

/** Pure: whether nothing that a refund's row says speaks against its being one of the debit. */
export function mayBeRefundOf(debit: DebitRecord, row: TransactionRow): boolean {
  const { amount, currency, iban_last4, customer_email_csv } = row
  const moment = toMoment(row.date_processed ?? row.created_at)
  const after = moment && moment.getTime() - (debit.submitted_at ?? debit.created_at).getTime()
  return (
    (row.tenant_reference_id === null || row.tenant_reference_id === debit.reference) &&
    (amount === null || !isMoreThan(addAmounts(debit.refunded_amount, amount), debit.amount)) &&
    (currency === null || currency.toLowerCase() === debit.currency_code) &&
    (iban_last4 === null || debit.iban_last4 === null || iban_last4 === debit.iban_last4) &&
    !isOtherEmail(debit.email, customer_email_csv) &&
    (after === null || (after > -MARGIN_MS && after < LONGEST_AFTER_MS))
  )
}

/** Pure: the one debit that a refund is due of in exactly this amount, else the only one there is. */
export function chooseOwner(candidates: Candidate[], amount: string | null): DebitRecord | null {
  const due = candidates.filter(({ dues }) => dues.some((open) => isSameAmount(open, amount)))
  const [chosen, another] = due.length > 0 ? due : candidates
  return chosen && !another ? chosen.debit : null
}
