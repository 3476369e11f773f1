import { Badge, Tooltip } from "@medusajs/ui"
import type { DebitView } from "../../modules/catalystpay/debits/debit-view"
import { isSubscription } from "../lib/debit-facts"
import { useTexts } from "../lib/use-texts"

/** Warns of debits that move no money, and tells of those that CatalystPay repeats. */
export const ModeBadges = ({ debit }: { debit: DebitView }) => {
  const { t } = useTexts()
  return (
    <>
      {isSubscription(debit) && (
        <Tooltip content={t("badges.subscription_help")}>
          <Badge size="2xsmall" color="blue">
            {t("badges.subscription")}
          </Badge>
        </Tooltip>
      )}
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
