import { Alert, Button, Skeleton } from "@medusajs/ui"
import { useTexts } from "../lib/use-texts"

export const Loading = () => (
  <div className="flex flex-col gap-y-2 px-6 py-4" aria-busy="true">
    <Skeleton className="h-6 w-full" />
    <Skeleton className="h-6 w-full" />
    <Skeleton className="h-6 w-full" />
  </div>
)

interface LoadingFailedProps {
  /** That of a debit unless given. */
  message?: string
  onRetry: () => void
}

export const LoadingFailed = ({ message, onRetry }: LoadingFailedProps) => {
  const { t } = useTexts()
  return (
    <div className="flex flex-col items-start gap-y-2 px-6 py-4">
      <Alert variant="error" className="w-full">
        {message ?? t("failed_to_load")}
      </Alert>
      <Button variant="secondary" size="small" onClick={onRetry}>
        {t("try_again")}
      </Button>
    </div>
  )
}
