/** CatalystPay's API and nothing of Medusa. */
export { canonicalJson } from "./canonical-json"
export type { CallOptions } from "./call-options"
export type { CircuitView } from "./circuit"
export { CatalystPayClient, PRODUCTION_API_URL } from "./client"
export type { CatalystPayClientOptions } from "./client"
export { GatewayError } from "./errors"
export type { GatewayErrorInit, GatewayErrorKind, GatewayErrorReason, GatewayOperation } from "./errors"
export { checkIban, normaliseIban } from "./iban"
export type { IbanCheck, IbanCheckResult } from "./iban"
export { parseParams, verifyParamsSignature } from "./params-signature"
export type { ListingStart, Page } from "./reconciliation"
export type { ChargebacksQuery, SubscriptionsQuery, TransactionsQuery } from "./reconciliation-queries"
export type {
  ChargebackRow,
  SubscriptionRow,
  SubscriptionStatus,
  TransactionRow,
  TransactionType,
} from "./reconciliation-schemas"
export { containsIban, maskIban, maskIbans, maskIbansDeep } from "./redact"
export type {
  CancelledSession,
  CreatedSession,
  ErrorCode,
  IbanValidation,
  PayInput,
  PaymentResult,
  PaymentStatus,
  SessionStatus,
  SessionView,
  VerifyInput,
} from "./schemas"
export type {
  BillingFrequency,
  BillingType,
  CreateSessionInput,
  Lead,
  TrialIntervalUnit,
} from "./session-request"
export { signWebhook, verifyWebhookSignature } from "./signature"
export type { GatewayTimeouts } from "./timeouts"
export { TurnQueue } from "./turn-queue"
export type { CallBudget, Egress, TurnQueueOptions } from "./turn-queue"
export { TURN_KINDS } from "./turns"
export type { Turn, TurnKind, Turns } from "./turns"
export { parseWebhookEvent, WEBHOOK_EVENT_TYPES, WEBHOOK_FIELDS } from "./webhook-event"
export type { WebhookEvent, WebhookEventType, WebhookField } from "./webhook-event"
export { mappingWith, WEBHOOK_MAPPING, WEBHOOK_SUBSCRIPTIONS } from "./webhook-setup"
export type { KeyedField, MappedField, WebhookPurpose, WebhookSubject, WebhookSubscription } from "./webhook-setup"
