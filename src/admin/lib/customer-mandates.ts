import type { DebitView, MandateEvidence } from "../../modules/catalystpay/debits/debit-view"

/** A mandate of a customer, with the debit that used it last. */
export interface CustomerMandate {
  reference: string
  mandate: MandateEvidence
  bank_account: DebitView["bank_account"]
  debit_id: string
  last_used_at: string
}

/**
 * The customer's mandates that CatalystPay has given a reference, each once.
 * @param debits the newest first, and so are the mandates
 */
export function customerMandates(debits: DebitView[]): CustomerMandate[] {
  const byReference = new Map<string, CustomerMandate>()
  for (const { id, mandate, bank_account, created_at } of debits) {
    const reference = mandate?.reference
    if (mandate && reference && !byReference.has(reference)) {
      byReference.set(reference, { reference, mandate, bank_account, debit_id: id, last_used_at: created_at })
    }
  }
  return [...byReference.values()]
}
