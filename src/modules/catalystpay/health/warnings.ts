import { BAD_SIGNATURES } from "../webhooks/signature-watch"
import { HEALTH_WARNINGS, type AccountHealth, type HealthWarning } from "./types"

type Judge = (account: Omit<AccountHealth, "warnings">) => boolean

const IS_DUE: Record<HealthWarning, Judge> = {
  gateway_credentials_rejected: ({ credentials }) => credentials.state === "rejected",
  no_provider: ({ provider_ids }) => provider_ids?.length === 0,
  webhooks_silent: ({ webhooks }) => webhooks.silent,
  webhook_signature_failing: ({ webhooks }) => (webhooks.refused_signatures ?? 0) >= BAD_SIGNATURES,
  calls_suspended: ({ calls }) => calls.breaker !== "closed",
  reconciliation_failing: ({ reconciliation }) => reconciliation.some(({ status }) => status === "interrupted"),
}

/** Pure: what the merchant is warned of, the most urgent first. */
export function warningsOf(account: Omit<AccountHealth, "warnings">): HealthWarning[] {
  return HEALTH_WARNINGS.filter((warning) => IS_DUE[warning](account))
}
