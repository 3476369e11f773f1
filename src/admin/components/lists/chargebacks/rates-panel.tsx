import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { AdminCatalystPayChargebackRates } from "../../../../modules/catalystpay/admin-types"
import { sdk } from "../../../lib/sdk"
import { useTexts } from "../../../lib/use-texts"
import { Loading, LoadingFailed } from "../../loading"
import { RatesChart } from "./rates-chart"
import { RatesTable } from "./rates-table"

const MONTHS = 12
const PATH = "/admin/catalystpay/chargebacks/rates"

/** How much of what was debited is charged back, month by month: as a chart, or in figures. */
export const RatesPanel = () => {
  const { t } = useTexts()
  const [asTable, setAsTable] = useState(false)
  const { data, isError, refetch } = useQuery({
    queryKey: ["catalystpay", "chargebacks", "rates", MONTHS],
    queryFn: ({ signal }) => sdk.client.fetch<AdminCatalystPayChargebackRates>(PATH, { query: { months: MONTHS }, signal }),
  })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div>
          <Heading level="h2">{t("lists.chargebacks.rates_title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("lists.chargebacks.rates_help")}
          </Text>
        </div>
        {data && (
          <Button variant="secondary" size="small" onClick={() => setAsTable(!asTable)}>
            {t(asTable ? "lists.chargebacks.as_chart" : "lists.chargebacks.as_table")}
          </Button>
        )}
      </div>
      {data && (asTable ? <RatesTable months={data.months} /> : <RatesChart months={data.months} />)}
      {!data && (isError ? <LoadingFailed message={t("lists.failed_to_load")} onRetry={() => void refetch()} /> : <Loading />)}
    </Container>
  )
}
