import type { ChargebackRow, TransactionRow } from "../../../gateway"
import { isOtherEmail } from "../data-rights/pseudonym"
import type { DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"
import { addAmounts, isMoreThan, isSameAmount } from "./money"
import { openAmount } from "./refund-allocation"
import { toMoment } from "./row-verdict"
import { accountsOfTenant, leadOfTenant } from "../accounts/tenants"

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

/** What of a row names its debit; `id` is CatalystPay's id of the debit's own transaction. */
export type RowIds = Pick<TransactionRow, "tenant_reference_id" | "id"> &
  Partial<Pick<TransactionRow | ChargebackRow, "merchant_transaction_id" | "transaction_id">>

/** The debit of a transaction's or chargeback's row by the ids that it carries; null when it is none of this tenant's. */
export async function ownerByIds(context: LedgerContext, account: string, row: RowIds): Promise<DebitRecord | null> {
  const { store } = context
  const { tenant_reference_id: reference, id, merchant_transaction_id: merchant, transaction_id: processor } = row
  const named =
    (reference === null ? null : await store.byReference(reference)) ?? (id === null ? null : await store.byTransaction(id))
  // Every transaction that this store submits carries its reference: with another one it is a stranger's.
  const found = named || reference !== null ? named : await byOtherIds(context, merchant ?? null, processor ?? null)
  return found && accountsOfTenant(context.settings, account).includes(found.account) ? found : null
}

async function byOtherIds({ store }: LedgerContext, merchant: string | null, processor: string | null): Promise<DebitRecord | null> {
  return (
    (merchant === null ? null : await store.byMerchantTransaction(merchant)) ??
    (processor === null ? null : await store.byGatewayReference(processor))
  )
}

/** Whose debit a refund gives back. */
export interface RefundOwner {
  debit: DebitRecord | null
  /** Several debits of this store may be meant, or the row says nothing by which one could be told. */
  is_open_question: boolean
}

/**
 * The debit that a refund gives back: by reference, by the receipt that it was counted for, else by what it says of
 * money, account and e-mail. None unless exactly one debit is meant.
 */
export async function ownerOfRefund(context: LedgerContext, account: string, row: TransactionRow): Promise<RefundOwner> {
  if (row.tenant_reference_id !== null) {
    return { debit: await ownerByIds(context, account, row), is_open_question: false }
  }
  const accounts = accountsOfTenant(context.settings, account)
  for (const name of accounts) {
    const receipt = row.id === null ? null : await context.refunds.receiptOf(name, row.id)
    if (receipt) {
      return { debit: await context.store.byId(receipt.debit_id), is_open_question: false }
    }
  }
  if (row.iban_last4 === null && row.customer_email_csv === null) {
    return { debit: null, is_open_question: true }
  }
  const { iban_last4, customer_email_csv: email } = row
  const emails = email === null ? null : leadOfTenant(context.settings, account, email).emails
  const debits = await context.store.collectedLike({ accounts, iban_last4, emails })
  const candidates: Candidate[] = []
  for (const debit of debits.filter((one) => mayBeRefundOf(one, row))) {
    candidates.push({ debit, dues: (await context.refunds.ofDebit(debit.id)).map(openAmount) })
  }
  const debit = chooseOwner(candidates, row.amount)
  return { debit, is_open_question: debit === null && candidates.length > 0 }
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
