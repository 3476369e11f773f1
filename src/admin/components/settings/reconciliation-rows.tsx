import { StatusBadge } from "@medusajs/ui"
import type { AdminCatalystPayAccountHealth } from "../../../modules/catalystpay/admin-types"
import { useFormat } from "../../lib/use-format"
import { useTexts } from "../../lib/use-texts"
import { Row } from "./row"

const COLORS = { never: "grey", running: "blue", interrupted: "red", finished: "green", abandoned: "grey" } as const

/** How CatalystPay's own records were read last. */
export const ReconciliationRows = ({ runs }: { runs: AdminCatalystPayAccountHealth["reconciliation"] }) => {
  const { t } = useTexts()
  const { dateTime } = useFormat()
  return runs.map(({ listing, status, last_run_at, failure }) => (
    <Row key={listing} label={t(`settings.listings.${listing}`)} note={failure}>
      <StatusBadge color={COLORS[status ?? "never"]}>{t(`settings.run_statuses.${status ?? "never"}`)}</StatusBadge>
      {last_run_at && <span>{t("settings.as_of", { time: dateTime(last_run_at) })}</span>}
    </Row>
  ))
}
