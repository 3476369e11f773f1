export { createSandbox } from "./sandbox"
export { DEFAULT_API_KEY, DEFAULT_CAMPAIGN_ID, DEFAULT_GATEWAY_ID, DEFAULT_WEBHOOK_SECRET } from "./defaults"
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
  Sandbox,
  SandboxOptions,
  SessionRecord,
  SessionStatus,
  TransactionRecord,
  WebhookEventName,
  WebhookTarget,
} from "./types"
