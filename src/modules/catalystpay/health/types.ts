import type { CircuitView, KeyedField, TurnKind, WebhookSubscription } from "../../../gateway"
import type { CollectMode } from "../debits/collect-mode"
import type { ReconciledListing, RunStatus } from "../reconciliation/run-record"

/** Whether money moves: as the API's address says, or else the API of the account's newest debit. */
export type Environment = "live" | "test" | "unknown"

/** What is wrong with an account's connection; some are problems too, under the same code. */
export const HEALTH_WARNINGS = [
  "gateway_credentials_rejected",
  "no_provider",
  "webhooks_silent",
  "webhook_signature_failing",
  "calls_suspended",
  "reconciliation_failing",
] as const
export type HealthWarning = (typeof HEALTH_WARNINGS)[number]

/** Whether CatalystPay takes the account's API key. */
export interface CredentialsHealth {
  /** `unknown`: the key was not used since this server started, and no problem about it is open. */
  state: "good" | "rejected" | "unknown"
  /** When CatalystPay said so; null while it is unknown. */
  checked_at: string | null
}

/** How webhooks of the account come in, and how they are to be set up at CatalystPay. */
export interface WebhooksHealth {
  /** The address to enter at CatalystPay; null where Medusa's `admin.backendUrl` does not say which host this server has. */
  url: string | null
  /** The path of that address. */
  path: string
  last_seen_at: string | null
  /** Debits wait and no webhook has come, as the problem `webhooks_silent` is opened for. */
  silent: boolean
  /** How many had a wrong signature within the hour that runs, 5 standing for more; null when that cannot be told now. */
  refused_signatures: number | null
  /** How many signing secrets are accepted: the first of `webhookSecret`, and those after it. */
  secrets: { current: number; retiring: number }
  /** The events to choose, and what each is needed for. */
  events: readonly WebhookSubscription[]
  /** The keys to choose for the payload, those of the account's `fieldMap` among them. */
  field_map: KeyedField[]
}

/** Debits whose turn at CatalystPay's limit did not come in time. */
export interface QueueHealth {
  waiting: number
  oldest_at: string | null
}

/** Calls of the server that answers: each process has its own. */
export interface CallsHealth {
  /** `open`: calls fail at once, because 5 in a row have failed. */
  breaker: CircuitView["state"]
  consecutive_failures: number
  /** When a call is let through again; null unless the breaker is open. */
  next_probe_at: string | null
  /** The option `callsPerSecond`, which all servers of an address share. */
  per_second: number
  /** Calls that wait for their turn at the account's address. */
  waiting: Readonly<Record<TurnKind, number>>
}

/** How one listing of CatalystPay's own records is read, for all accounts of the tenant together. */
export interface ReconciliationHealth {
  listing: ReconciledListing
  /** When it was read last, to its end or not; null before the first time. */
  last_run_at: string | null
  status: RunStatus | null
  failure: string | null
}

/** One account of the plugin's options, and what can be told of its connection. No secret, not even in part. */
export interface AccountHealth {
  account: string
  /** Medusa's payment providers that collect with it, e.g. `pp_catalystpay_sepa`; null where the configuration does not show them. */
  provider_ids: string[] | null
  collect: CollectMode
  environment: Environment
  campaign: string | null
  gateway: string | null
  api_url: string
  credentials: CredentialsHealth
  webhooks: WebhooksHealth
  queue: QueueHealth
  calls: CallsHealth
  reconciliation: ReconciliationHealth[]
  warnings: HealthWarning[]
}

/** A key of the option `encryptionKey`, by its place in the list. */
export interface SealingKeyHealth {
  /** From 1. The first seals, all of them open. */
  place: number
  state: "current" | "retiring"
  /** How many bank accounts wait that it has sealed. */
  sealed: number
}

/** The keys that seal bank accounts; all accounts share them. */
export interface SealingKeysHealth {
  keys: SealingKeyHealth[]
  /** How many bank accounts wait under a key that is not listed any more: the problem `encryption_key_missing`. */
  sealed_with_missing_key: number
  /** A key is being replaced, and nothing waits under the retiring ones: they can be taken out of the list. */
  can_drop_retiring: boolean
}

/** Answer of `GET /admin/catalystpay/health`. Times are ISO 8601. */
export interface AdminCatalystPayHealth {
  accounts: AccountHealth[]
  sealing_keys: SealingKeysHealth
  /** How many problems are open, of whatever kind. */
  open_problems: number
}

/** What a question to the API, asked for its answer's sake alone, has shown of the key. */
export interface CheckResult {
  /** `unclear`: no answer came, or one that says nothing of the key. */
  result: "accepted" | "rejected" | "unclear"
  /** Why it is not accepted, in the words for a developer. */
  detail: string | null
}

/** Answer of `POST /admin/catalystpay/health/:account/check`. */
export interface AdminCatalystPayHealthCheck {
  account: AccountHealth
  check: CheckResult
}
