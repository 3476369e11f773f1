import { Badge, Tooltip } from "@medusajs/ui"
import type { DebitView } from "../../modules/catalystpay/debit-view"
import { useTexts } from "../lib/use-texts"

/** Warns of debits that move no money. */
export const ModeBadges = ({ debit }: { debit: DebitView }) => {
  const { t } = useTexts()
  return (
    <>
      {debit.test_mode === true && (
        <Tooltip content={t("badges.test_mode_help")}>
          <Badge size="2xsmall" color="orange">
            {t("badges.test_mode")}
          </Badge>
        </Tooltip>
      )}
      {debit.livemode === false && (
        <Tooltip content={t("badges.not_live_help")}>
          <Badge size="2xsmall" color="grey">
            {t("badges.not_live")}
          </Badge>
        </Tooltip>
      )}
    </>
  )
}
