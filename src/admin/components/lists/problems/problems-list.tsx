import { Container, Heading, Text } from "@medusajs/ui"
import type { AdminCatalystPayProblem, AdminCatalystPayProblems } from "../../../../modules/catalystpay/admin-types"
import { PROBLEMS } from "../../../lib/lists/specs"
import { useList, type List } from "../../../lib/lists/use-list"
import { useTexts } from "../../../lib/use-texts"
import { Loading, LoadingFailed } from "../../loading"
import { ListTabs } from "../list-tabs"
import { NumberedPages } from "../numbered-pages"
import { ProblemItem } from "./problem-item"

const rowsOf = ({ problems }: AdminCatalystPayProblems): AdminCatalystPayProblem[] => problems

/** What the merchant has to act on, the newest first, or what is over. */
export const ProblemsList = () => {
  const { t } = useTexts()
  const list = useList("problems", PROBLEMS, rowsOf)
  const tabs = [
    { value: "false", label: t("lists.problems.open") },
    { value: "true", label: t("lists.problems.closed") },
  ]
  return (
    <ListTabs url={list.url} tabs={tabs}>
      <Container className="divide-y p-0">
        <div className="px-6 py-4">
          <Heading>{t("lists.menu.problems")}</Heading>
        </div>
        <Problems list={list} />
      </Container>
    </ListTabs>
  )
}

const Problems = ({ list }: { list: List<AdminCatalystPayProblem> }) => {
  const { t } = useTexts()
  if (list.isError) {
    return <LoadingFailed message={t("lists.failed_to_load")} onRetry={list.refetch} />
  }
  if (list.isPending) {
    return <Loading />
  }
  if (list.rows.length === 0) {
    return <None texts={list.url.tab === "true" ? "none_closed" : "none_open"} />
  }
  return (
    <>
      <ul className="divide-y">
        {list.rows.map((problem) => (
          <ProblemItem key={problem.id} problem={problem} />
        ))}
      </ul>
      <NumberedPages list={list} />
    </>
  )
}

const None = ({ texts }: { texts: "none_open" | "none_closed" }) => {
  const { t } = useTexts()
  return (
    <div className="flex min-h-[250px] flex-col items-center justify-center gap-2 px-6 py-4">
      <Text weight="plus">{t(`lists.problems.${texts}.heading`)}</Text>
      <Text>{t(`lists.problems.${texts}.description`)}</Text>
    </div>
  )
}
