import type { AdminCatalystPayMandate } from "../admin-types"
import { maskedIban } from "./attempt-view"
import type { DebitRecord, MandateRecord } from "./debit-record"
import { CatalystPayError } from "../errors"
import type { LedgerContext } from "../ledger-context"
import { toDecimal } from "../money/money"

/**
 * The evidence of an acceptance, for the merchant to print where a debtor disputes it.
 * @param attempt null for the current one
 * @throws CatalystPayError `debit_forgotten`, `mandate_not_found`
 */
export async function mandateEvidence(context: LedgerContext, debit: DebitRecord, attempt: number | null): Promise<AdminCatalystPayMandate> {
  if (debit.forgotten_at) {
    throw new CatalystPayError("debit_forgotten", {
      developer: "The debtor asked to be forgotten: the evidence is kept restricted, and is not shown.",
      merchant: "If the mandate is disputed, export the customer's data (workflow exportCustomerData).",
    })
  }
  const mandate = await context.store.mandateOf(debit.id, attempt ?? debit.attempt)
  if (!mandate) {
    throw new CatalystPayError("mandate_not_found", { developer: "No mandate was accepted here for this attempt." })
  }
  return evidenceOf(debit, mandate)
}

function evidenceOf({ account, amount, currency_code }: DebitRecord, mandate: MandateRecord): AdminCatalystPayMandate {
  const { iban_country, iban_last4, accepted_at } = mandate
  return {
    text: mandate.text,
    text_hash: mandate.text_hash,
    text_version: mandate.text_version,
    locale: mandate.locale,
    accepted_at: new Date(accepted_at).toISOString(),
    ip_address: mandate.ip_address,
    user_agent: mandate.user_agent,
    creditor_name: mandate.creditor_name,
    creditor_identifier: mandate.creditor_identifier,
    reference: mandate.reference,
    sequence_type: mandate.sequence_type,
    holder_name: mandate.holder_name,
    masked_iban: maskedIban(iban_country, iban_last4),
    bic: mandate.bic,
    attempt: mandate.attempt,
    account,
    amount: toDecimal(amount, currency_code),
    currency_code,
  }
}
