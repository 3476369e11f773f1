import { Alert, Button } from "@medusajs/ui"
import { useTexts } from "../../lib/use-texts"

export const HealthFailed = ({ onRetry }: { onRetry: () => void }) => {
  const { t } = useTexts()
  return (
    <div className="flex flex-col items-start gap-y-2 px-6 py-4">
      <Alert variant="error" className="w-full">
        {t("settings.failed_to_load")}
      </Alert>
      <Button variant="secondary" size="small" onClick={onRetry}>
        {t("try_again")}
      </Button>
    </div>
  )
}
