import type { AdminCatalystPayAccountHealth } from "../../../modules/catalystpay/admin-types"
import { useFormat } from "../../lib/use-format"
import { useTexts, type Texts } from "../../lib/use-texts"
import { isOutOfReach, webhookAddress } from "../../lib/webhook-address"
import { Row } from "./row"

type Webhooks = AdminCatalystPayAccountHealth["webhooks"]

/** From here on more are not counted one by one. */
const MANY = 5

/** Where webhooks come in, and whether they do. */
export const WebhookRows = ({ webhooks }: { webhooks: Webhooks }) => {
  const { t } = useTexts()
  const { dateTime } = useFormat()
  const { last_seen_at, refused_signatures, secrets } = webhooks
  const address = webhookAddress(webhooks, { backend_url: __BACKEND_URL__, origin: window.location.origin })
  return (
    <>
      <Row
        label={t("settings.fields.webhook_url")}
        copied={address}
        note={isOutOfReach(address) ? t("settings.local_address") : null}
      >
        {address}
      </Row>
      <Row label={t("settings.fields.last_webhook")}>{last_seen_at ? dateTime(last_seen_at) : t("settings.never")}</Row>
      <Row label={t("settings.fields.refused_signatures")}>{refusedWords(t, refused_signatures)}</Row>
      <Row
        label={t("settings.fields.signing_secrets")}
        note={secrets.retiring > 0 ? t("settings.secrets_retiring") : null}
      >
        {t("settings.secrets", { count: secrets.current + secrets.retiring })}
      </Row>
    </>
  )
}

function refusedWords(t: Texts["t"], count: number | null): string {
  if (count === null) {
    return t("settings.refused_unknown")
  }
  return count === 0 ? t("settings.refused_none") : t(count >= MANY ? "settings.refused_at_least" : "settings.refused", { count })
}
