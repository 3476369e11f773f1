import { Badge, StatusBadge } from "@medusajs/ui"
import type { AdminCatalystPayAccountHealth } from "../../../modules/catalystpay/admin-types"
import { useFormat } from "../../lib/use-format"
import { useTexts } from "../../lib/use-texts"
import { Row } from "./row"

const COLORS = { good: "green", rejected: "red", unknown: "grey" } as const

/** With what the account reaches CatalystPay, and who collects with it. */
export const ConnectionRows = ({ health }: { health: AdminCatalystPayAccountHealth }) => {
  const { t } = useTexts()
  const { dateTime } = useFormat()
  const { credentials, api_url, campaign, gateway, provider_ids, collect } = health
  const { state, checked_at } = credentials
  return (
    <>
      <Row label={t("settings.fields.api_key")}>
        <StatusBadge color={COLORS[state]}>{t(`settings.credentials.${state}`)}</StatusBadge>
        {checked_at && <span>{t("settings.as_of", { time: dateTime(checked_at) })}</span>}
      </Row>
      <Row label={t("settings.fields.api_url")}>{api_url}</Row>
      {campaign && (
        <Row label={t("settings.fields.campaign")} copied={campaign}>
          {campaign}
        </Row>
      )}
      {gateway && (
        <Row label={t("settings.fields.gateway")} copied={gateway}>
          {gateway}
        </Row>
      )}
      <Row label={t("settings.fields.bank_accounts")}>{t(`settings.collect.${collect}`)}</Row>
      {provider_ids && (
        <Row label={t("settings.fields.providers")}>
          {provider_ids.length === 0
            ? t("settings.no_provider")
            : provider_ids.map((id) => (
                <Badge key={id} size="2xsmall">
                  {id}
                </Badge>
              ))}
        </Row>
      )}
    </>
  )
}
