import type { HealthWarning } from "../../../modules/catalystpay/health/types"
import { useTexts } from "../../lib/use-texts"
import { Warning } from "./warning"

export const AccountWarnings = ({ warnings }: { warnings: HealthWarning[] }) => {
  const { t } = useTexts()
  if (warnings.length === 0) {
    return null
  }
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      {warnings.map((warning) => (
        <Warning
          key={warning}
          sentence={t(`settings.warnings.${warning}.sentence`)}
          wayOut={t(`settings.warnings.${warning}.way_out`)}
        />
      ))}
    </div>
  )
}
