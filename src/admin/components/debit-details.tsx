import type { DebitView } from "../../modules/catalystpay/debits/debit-view"
import { mandatePage } from "../lib/pages"
import { AmountsSection } from "./amounts-section"
import { AttemptsSection } from "./attempts-section"
import { BankAccountSection } from "./bank-account-section"
import { HostedMandateSection, MandateSection } from "./mandate-section"
import { ChargebacksSection } from "./money-back/chargebacks-section"
import { RefundsSection } from "./money-back/refunds-section"
import { TimelineSection } from "./timeline-section"
import { TransactionSection } from "./transaction-section"

/** Everything that is known of a debit. */
export const DebitDetails = ({ debit }: { debit: DebitView }) => (
  <>
    <AmountsSection debit={debit} />
    <RefundsSection debit={debit} />
    {debit.chargebacks.length > 0 && <ChargebacksSection chargebacks={debit.chargebacks} />}
    {debit.bank_account && <BankAccountSection account={debit.bank_account} />}
    {debit.collect === "hosted" ? <HostedMandateSection /> : debit.mandate && <MandateSection mandate={debit.mandate} evidence={mandatePage(debit.id)} />}
    <TransactionSection debit={debit} />
    {debit.attempts.length > 0 && <AttemptsSection debit={debit} />}
    <TimelineSection debit={debit} />
  </>
)
