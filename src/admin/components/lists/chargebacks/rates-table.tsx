import { Table } from "@medusajs/ui"
import type { AdminCatalystPayChargebackMonth } from "../../../../modules/catalystpay/admin-types"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

const COLUMNS = ["month", "debits", "chargebacks", "rate", "amount"] as const

/** The same as the chart in figures, the newest month first. */
export const RatesTable = ({ months }: { months: AdminCatalystPayChargebackMonth[] }) => {
  const { t } = useTexts()
  const { money, month, rate } = useFormat()
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            {COLUMNS.map((name) => (
              <Table.HeaderCell key={name}>{t(`lists.chargebacks.${name}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {[...months].reverse().map((one) => (
            <Table.Row key={one.month}>
              <Table.Cell>{month(one.month)}</Table.Cell>
              <Table.Cell>{one.debits}</Table.Cell>
              <Table.Cell>{one.chargebacks}</Table.Cell>
              <Table.Cell>{rate(Number(one.rate))}</Table.Cell>
              <Table.Cell>
                {one.amount_by_currency.map(({ amount, currency_code }) => money(amount, currency_code)).join(", ") || "–"}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
