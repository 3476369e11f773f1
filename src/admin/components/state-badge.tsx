import { StatusBadge } from "@medusajs/ui"
import type { DebitState } from "../../modules/catalystpay/debit-state"
import { stateColor } from "../lib/state-color"
import { useTexts } from "../lib/use-texts"

export const StateBadge = ({ state }: { state: DebitState }) => {
  const { t } = useTexts()
  return <StatusBadge color={stateColor(state)}>{t(`states.${state}`)}</StatusBadge>
}
