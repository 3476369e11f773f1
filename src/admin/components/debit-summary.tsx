import { Text } from "@medusajs/ui"
import type { AdminCatalystPayDebit } from "../../modules/catalystpay/admin-types"
import type { DebitView } from "../../modules/catalystpay/debits/debit-view"
import { useFormat } from "../lib/use-format"
import { useTexts } from "../lib/use-texts"
import { DebitNotices } from "./debit-notices"
import { DeclineReason } from "./decline-reason"
import { ModeBadges } from "./mode-badges"
import { ProblemNotice } from "./problem-notice"

function helpOf({ collect, state }: DebitView): string {
  const isOnPage = collect === "hosted" && (state === "opened" || state === "submitting")
  return isOnPage ? `hosted.${state}` : `state_help.${state}`
}

/** How a debit stands, at a glance: the amount, what its state means, and what there is to do. */
export const DebitSummary = ({ debit }: { debit: AdminCatalystPayDebit }) => {
  const { t } = useTexts()
  const { money } = useFormat()
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text leading="compact" weight="plus">
          {money(debit.amount, debit.currency_code)}
        </Text>
        <div className="flex flex-wrap items-center gap-2">
          <ModeBadges debit={debit} />
        </div>
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {t(helpOf(debit))}
      </Text>
      {debit.decline && <DeclineReason decline={debit.decline} />}
      {debit.problems.map((problem) => (
        <ProblemNotice key={problem.id} problem={problem} />
      ))}
      <DebitNotices debit={debit} />
    </div>
  )
}
