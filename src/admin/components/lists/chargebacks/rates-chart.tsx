import type { AdminCatalystPayChargebackMonth } from "../../../../modules/catalystpay/admin-types"
import { bars, scaleLines } from "../../../lib/lists/bar-chart"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

/** The chart's own units: it is stretched to the room that it has, its words stand outside. */
const SIZE = { width: 1200, height: 400 }
/** The upper edge where nothing was charged back. */
const LEAST_SCALE = 0.01

/** The chargeback rate of each month as a bar. */
export const RatesChart = ({ months }: { months: AdminCatalystPayChargebackMonth[] }) => {
  const { month, rate } = useFormat()
  const label = useChartLabel(months)
  const bar = useBarLabel()
  const values = months.map((one) => Number(one.rate))
  const lines = scaleLines(values, LEAST_SCALE)
  const top = lines.at(-1) ?? LEAST_SCALE
  return (
    <div className="text-ui-fg-subtle txt-compact-xsmall grid grid-cols-[auto_1fr] gap-x-3 gap-y-2 px-6 py-4">
      <div aria-hidden className="flex h-40 flex-col-reverse justify-between text-end">
        {lines.map((line) => (
          <span key={line} className="h-0 leading-[0]">
            {rate(line)}
          </span>
        ))}
      </div>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        preserveAspectRatio="none"
        className="h-40 w-full overflow-visible"
      >
        {lines.map((line) => (
          <line
            key={line}
            x1={0}
            x2={SIZE.width}
            y1={SIZE.height * (1 - line / top)}
            y2={SIZE.height * (1 - line / top)}
            className="stroke-ui-border-base"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {bars(values, top, SIZE).map((place, index) => (
          <rect key={months[index]?.month} {...place} className="fill-ui-tag-blue-icon">
            {months[index] && <title>{bar(months[index])}</title>}
          </rect>
        ))}
      </svg>
      <div aria-hidden className="col-start-2 flex">
        {months.map((one) => (
          <span key={one.month} className="flex-1 truncate text-center max-sm:even:invisible">
            {month(one.month, false)}
          </span>
        ))}
      </div>
    </div>
  )
}

function useBarLabel(): (one: AdminCatalystPayChargebackMonth) => string {
  const { t } = useTexts()
  const { month, rate } = useFormat()
  return ({ chargebacks, debits, ...one }) =>
    t("lists.chargebacks.bar", { month: month(one.month), rate: rate(Number(one.rate)), chargebacks, debits })
}

/** What somebody hears who cannot see it. */
function useChartLabel(months: AdminCatalystPayChargebackMonth[]): string {
  const { t } = useTexts()
  const { month, rate } = useFormat()
  const [first] = months
  const last = months.at(-1)
  if (!first || !last) {
    return t("lists.chargebacks.no_rates")
  }
  const highest = months.reduce((one, other) => (Number(other.rate) > Number(one.rate) ? other : one), first)
  return t("lists.chargebacks.chart", {
    from: month(first.month),
    to: month(last.month),
    rate: rate(Number(highest.rate)),
    month: month(highest.month),
  })
}
