import { isHosted } from "./collect-mode"
import type { DebitRecord } from "./debit-record"
import { collectedByGateway } from "../hosted/refusal"
import { accountSettings, type LedgerContext } from "../ledger-context"
import { mandateText, type MandateText } from "../texts"

/** A mandate as the checkout shows it: the wording, and what is known of the debtor so far. */
export interface MandateView extends MandateText {
  creditor: { name: string; identifier: string; address: string | null }
  reference: string | null
  holder_name: string | null
  bic: string | null
}

/**
 * @param locale null for the one that the mandate was accepted in
 * @throws CatalystPayError `collected_by_gateway`
 */
export async function mandateView(context: LedgerContext, debit: DebitRecord, locale: string | null): Promise<MandateView> {
  if (isHosted(debit)) {
    throw collectedByGateway(locale)
  }
  const { creditor } = accountSettings(context.settings, debit.account)
  const evidence = await context.store.mandateOf(debit.id, debit.attempt)
  const accepted = debit.forgotten_at ? null : evidence
  return {
    ...mandateText(creditor, locale ?? accepted?.locale),
    creditor: { name: creditor.name, identifier: creditor.identifier, address: creditor.address ?? null },
    reference: accepted?.reference ?? null,
    holder_name: accepted?.holder_name ?? null,
    bic: accepted?.bic ?? null,
  }
}
