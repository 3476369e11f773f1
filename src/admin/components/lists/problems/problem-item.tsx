import { Text } from "@medusajs/ui"
import type { AdminCatalystPayProblem } from "../../../../modules/catalystpay/admin-types"
import { debitPage, givenUpWebhooksPage, orderPage } from "../../../lib/pages"
import { useFormat } from "../../../lib/use-format"
import { useProblem } from "../../../lib/use-problem"
import { useTexts } from "../../../lib/use-texts"
import { TextLink } from "../../text-link"
import { DismissButton } from "./dismiss-button"

/** What is wrong, the way out, and where to go for it. */
export const ProblemItem = ({ problem }: { problem: AdminCatalystPayProblem }) => {
  const { t } = useTexts()
  const { dateTime } = useFormat()
  const { sentence, way_out } = useProblem(problem)
  const { account, can_be_dismissed, closed_at, code, created_at, debit_id, order } = problem
  const facts = [
    t("lists.problems.since", { at: dateTime(created_at) }),
    closed_at && t("lists.problems.closed_at", { at: dateTime(closed_at) }),
    account && t("lists.problems.account", { account }),
  ]
  return (
    <li className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex items-start justify-between gap-x-4">
        <div className="min-w-0">
          <Text size="small" weight="plus" className="break-words">
            {sentence}
          </Text>
          <Text size="small" className="text-ui-fg-subtle break-words">
            {way_out}
          </Text>
        </div>
        {can_be_dismissed && <DismissButton problemId={problem.id} />}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Text size="small" className="text-ui-fg-subtle">
          {facts.filter(Boolean).join(" · ")}
        </Text>
        {order && <TextLink to={orderPage(order.id)}>{t("lists.problems.show_order", { number: order.display_id })}</TextLink>}
        {debit_id && <TextLink to={debitPage(debit_id)}>{t("lists.problems.show_debit")}</TextLink>}
        {code === "webhook_given_up" && (
          <TextLink to={givenUpWebhooksPage()}>{t("lists.problems.show_webhooks")}</TextLink>
        )}
      </div>
    </li>
  )
}
