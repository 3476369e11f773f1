import { Button, Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useTexts } from "../../lib/use-texts"

const PROBLEMS_PAGE = "/catalystpay/problems"

/** What the page is for, and whether there is anything to act on. */
export const SettingsHead = ({ openProblems }: { openProblems: number }) => {
  const { t } = useTexts()
  const some = openProblems > 0
  return (
    <Container className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
      <div>
        <Heading>{t("settings.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("settings.description")}
        </Text>
      </div>
      <div className="flex items-center gap-x-4">
        <StatusBadge color={some ? "red" : "green"}>
          {some ? t("settings.open_problems", { count: openProblems }) : t("settings.no_open_problems")}
        </StatusBadge>
        {some && (
          <Button variant="secondary" size="small" asChild>
            <Link to={PROBLEMS_PAGE}>{t("settings.show_problems")}</Link>
          </Button>
        )}
      </div>
    </Container>
  )
}
