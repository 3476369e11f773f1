import { Container } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { AdminCatalystPayDebit } from "../../../modules/catalystpay/admin-types"
import { mandatePage } from "../../lib/pages"
import { AmountsSection } from "../amounts-section"
import { AttemptsSection } from "../attempts-section"
import { BankAccountSection } from "../bank-account-section"
import { DebitSummary } from "../debit-summary"
import { HostedMandateSection, MandateSection } from "../mandate-section"
import { ChargebacksSection } from "../money-back/chargebacks-section"
import { RefundsSection } from "../money-back/refunds-section"
import { PageSections } from "../section"
import { TimelineSection } from "../timeline-section"
import { TransactionSection } from "../transaction-section"
import { DebitHeader } from "./debit-header"

/** In two columns, as the dashboard's own detail pages: what happened to the money, and who and what it is about. */
export const DebitColumns = ({ debit }: { debit: AdminCatalystPayDebit }) => (
  <PageSections>
    <div className="flex w-full flex-col items-start gap-x-4 gap-y-3 xl:grid xl:grid-cols-[minmax(0,_1fr)_440px]">
      <Column>
        <DebitHeader debit={debit} />
        <Container className="divide-y p-0">
          <DebitSummary debit={debit} />
          <AmountsSection debit={debit} />
          <RefundsSection debit={debit} />
          {debit.chargebacks.length > 0 && <ChargebacksSection chargebacks={debit.chargebacks} />}
        </Container>
        <Container className="p-0">
          <TimelineSection debit={debit} />
        </Container>
      </Column>
      <Column>
        <Container className="divide-y p-0 empty:hidden">
          {debit.bank_account && <BankAccountSection account={debit.bank_account} />}
          <Mandate debit={debit} />
          <TransactionSection debit={debit} />
        </Container>
        {debit.attempts.length > 0 && (
          <Container className="p-0">
            <AttemptsSection debit={debit} />
          </Container>
        )}
      </Column>
    </div>
  </PageSections>
)

const Column = ({ children }: { children: ReactNode }) => (
  <div className="flex w-full min-w-0 flex-col gap-y-3">{children}</div>
)

const Mandate = ({ debit }: { debit: AdminCatalystPayDebit }) => {
  if (debit.collect === "hosted") {
    return <HostedMandateSection />
  }
  return debit.mandate && <MandateSection mandate={debit.mandate} evidence={mandatePage(debit.id)} />
}
