export { createSandbox } from "./sandbox"
export { DEFAULT_API_KEY, DEFAULT_CAMPAIGN_ID, DEFAULT_GATEWAY_ID, DEFAULT_WEBHOOK_SECRET } from "./defaults"
export { REASONS } from "./reason-codes"
export type { ClockStep, SandboxClock } from "./clock"
export type {
  ChargebackRecord,
  MoneyAfterwards,
  OrderStatus,
  SubscriptionRecord,
  SubscriptionStatus,
  TransactionRecord,
  TransactionType,
} from "./money-types"
export { SWITCHES, SWITCH_NAMES, switchesWith, type SwitchAnswer, type SwitchName, type Switches } from "./switches"
export { TEST_IBANS, type TestIban, type TestIbanBehaviour, type TestIbanOutcome } from "./test-ibans"
export type {
  CallRecord,
  DeliveryRecord,
  ErrorCode,
  Faults,
  HostedReturnUrls,
  LeadRecord,
  ListenResult,
  Operation,
  ReleaseOrder,
  ResendRequest,
  Sandbox,
  SandboxOptions,
  SessionRecord,
  SessionStatus,
  WebhookTarget,
} from "./types"
export { DEFAULT_MAPPINGS, WEBHOOK_EVENTS, type WebhookEventName, type WebhookMapping } from "./webhook-events"
