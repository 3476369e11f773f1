import type { HealthWarning } from "../../../modules/catalystpay/health/types"
import type { WebhookField } from "../../../gateway/webhook-event"
import type { WebhookPurpose, WebhookSubject } from "../../../gateway/webhook-setup"
import type { CollectMode } from "../../../modules/catalystpay/debits/collect-mode"
import type { ReconciledListing, RunStatus } from "../../../modules/catalystpay/reconciliation/run-record"

interface Warning {
  sentence: string
  way_out: string
}

/** What the settings page says, and the count of open problems in the menu. */
export interface SettingsTexts {
  title: string
  description: string
  failed_to_load: string
  open_problems_one: string
  open_problems_other: string
  no_open_problems: string
  show_problems: string
  /** Heading of an account's panel. */
  account: string
  test_connection: string
  /** What a toast says after it. */
  tested: { accepted: string; rejected: string; unclear: string; failed: string }
  environments: { live: string; test: string; unknown: string }
  environment_help: { live: string; test: string; unknown: string }
  collect: Record<CollectMode, string>
  sections: {
    connection: string
    webhooks: string
    setup: string
    traffic: string
    reconciliation: string
    sealing_keys: string
  }
  fields: {
    api_key: string
    api_url: string
    campaign: string
    gateway: string
    providers: string
    bank_accounts: string
    webhook_url: string
    last_webhook: string
    refused_signatures: string
    signing_secrets: string
    queue: string
    calls: string
    breaker: string
  }
  no_provider: string
  credentials: { good: string; rejected: string; unknown: string }
  /** Beside a state: when it was heard. */
  as_of: string
  never: string
  local_address: string
  refused_none: string
  refused_one: string
  refused_other: string
  refused_at_least: string
  refused_unknown: string
  secrets_one: string
  secrets_other: string
  secrets_retiring: string
  setup_help: string
  show_setup: string
  hide_setup: string
  events: { heading: string; event: string; purpose: string }
  purposes: Record<WebhookPurpose, string>
  mapping: { heading: string; help: string; key: string; field: string; of: string; own_key: string }
  /** What stands in each field of a webhook. */
  webhook_fields: Record<WebhookField, string>
  subjects: Record<WebhookSubject, string>
  queue_empty: string
  queue_waiting_one: string
  queue_waiting_other: string
  calls_per_second_one: string
  calls_per_second_other: string
  calls_waiting_one: string
  calls_waiting_other: string
  breaker: { closed: string; open: string; half_open: string }
  breaker_until: string
  listings: Record<ReconciledListing, string>
  run_statuses: Record<RunStatus | "never", string>
  sealing: {
    help: string
    key: string
    state: string
    sealed: string
    place: string
    states: { current: string; retiring: string }
    can_drop: string
    wait: string
    missing: Warning
  }
  warnings: Record<HealthWarning, Warning>
}
