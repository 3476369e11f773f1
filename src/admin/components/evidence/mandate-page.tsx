import { Alert, Button, Container } from "@medusajs/ui"
import { debitPage } from "../../lib/pages"
import { useMandate, whyNoMandate } from "../../lib/use-mandate"
import { useTexts } from "../../lib/use-texts"
import { Loading } from "../loading"
import { TextLink } from "../text-link"
import { MandateEvidence } from "./mandate-evidence"
import { OnPaper } from "./on-paper"

interface MandatePageProps {
  debitId: string
  /** In digits; null for the current one. */
  attempt: string | null
}

export const MandatePage = ({ debitId, attempt }: MandatePageProps) => {
  const { t } = useTexts()
  const { data: mandate, error, refetch } = useMandate(debitId, attempt)
  const why = error && whyNoMandate(error)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <TextLink to={debitPage(debitId)}>{t("evidence.back")}</TextLink>
        {mandate && (
          <Button size="small" variant="secondary" onClick={() => window.print()}>
            {t("evidence.print")}
          </Button>
        )}
      </div>
      {mandate ? (
        <div className="px-6 py-6">
          <MandateEvidence mandate={mandate} />
          <OnPaper>
            <MandateEvidence mandate={mandate} />
          </OnPaper>
        </div>
      ) : why ? (
        <div className="flex flex-col items-start gap-y-2 px-6 py-4">
          <Alert variant={why === "failed" ? "error" : "info"} className="w-full">
            {t(`evidence.${why}`)}
          </Alert>
          {why === "failed" && (
            <Button variant="secondary" size="small" onClick={() => void refetch()}>
              {t("try_again")}
            </Button>
          )}
        </div>
      ) : (
        <Loading />
      )}
    </Container>
  )
}
