import { Text } from "@medusajs/ui"
import type { DebitView } from "../../modules/catalystpay/debits/debit-view"
import { movedAmounts } from "../lib/debit-facts"
import { useFormat } from "../lib/use-format"
import { useTexts } from "../lib/use-texts"

/** What became of the debit's money; nothing where nothing has moved. */
export const AmountsSection = ({ debit }: { debit: DebitView }) => {
  const { t } = useTexts()
  const { money } = useFormat()
  const amounts = movedAmounts(debit)
  if (amounts.length === 0) {
    return null
  }
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      {amounts.map(({ name, amount }) => (
        <div key={name} className="text-ui-fg-subtle flex items-center justify-between gap-x-2">
          <Text size="small" leading="compact">
            {t(`amounts.${name}`)}
          </Text>
          <Text size="small" leading="compact" className="text-ui-fg-base">
            {money(amount, debit.currency_code)}
          </Text>
        </div>
      ))}
    </div>
  )
}
