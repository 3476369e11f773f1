import { Badge, Container, Heading, Tooltip } from "@medusajs/ui"
import type { AdminCatalystPayAccountHealth } from "../../../modules/catalystpay/admin-types"
import { useTexts } from "../../lib/use-texts"
import { AccountWarnings } from "./account-warnings"
import { ConnectionRows } from "./connection-rows"
import { ReconciliationRows } from "./reconciliation-rows"
import { RowGroup } from "./row-group"
import { TestConnection } from "./test-connection"
import { TrafficRows } from "./traffic-rows"
import { WebhookRows } from "./webhook-rows"
import { WebhookSetup } from "./webhook-setup"

const COLORS = { live: "green", test: "orange", unknown: "grey" } as const

/** One account: what is wrong first, then everything that can be told of it. */
export const AccountPanel = ({ health }: { health: AdminCatalystPayAccountHealth }) => {
  const { t } = useTexts()
  const { account, environment, warnings, webhooks, reconciliation } = health
  const title = t("settings.account", { account })
  return (
    <Container className="divide-y p-0" role="region" aria-label={title}>
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div className="flex items-center gap-x-2">
          <Heading level="h2">{title}</Heading>
          <Tooltip content={t(`settings.environment_help.${environment}`)}>
            <Badge size="2xsmall" color={COLORS[environment]}>
              {t(`settings.environments.${environment}`)}
            </Badge>
          </Tooltip>
        </div>
        <TestConnection account={account} />
      </div>
      <AccountWarnings warnings={warnings} />
      <RowGroup title={t("settings.sections.connection")}>
        <ConnectionRows health={health} />
      </RowGroup>
      <RowGroup title={t("settings.sections.webhooks")}>
        <WebhookRows webhooks={webhooks} />
      </RowGroup>
      <WebhookSetup webhooks={webhooks} />
      <RowGroup title={t("settings.sections.traffic")}>
        <TrafficRows health={health} />
      </RowGroup>
      <RowGroup title={t("settings.sections.reconciliation")}>
        <ReconciliationRows runs={reconciliation} />
      </RowGroup>
    </Container>
  )
}
