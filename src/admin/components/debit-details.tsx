import type { DebitView } from "../../modules/catalystpay/debit-view"
import { AttemptsSection } from "./attempts-section"
import { BankAccountSection } from "./bank-account-section"
import { HostedMandateSection, MandateSection } from "./mandate-section"
import { TimelineSection } from "./timeline-section"
import { TransactionSection } from "./transaction-section"

/** Everything that is known of a debit. */
export const DebitDetails = ({ debit }: { debit: DebitView }) => (
  <>
    {debit.bank_account && <BankAccountSection account={debit.bank_account} />}
    {debit.collect === "hosted" ? <HostedMandateSection /> : debit.mandate && <MandateSection mandate={debit.mandate} />}
    <TransactionSection debit={debit} />
    {debit.attempts.length > 0 && <AttemptsSection attempts={debit.attempts} />}
    <TimelineSection debit={debit} />
  </>
)
