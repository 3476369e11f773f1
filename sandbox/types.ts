import type { SandboxClock } from "./clock"
import type { MoneyAfterwards, TransactionRecord } from "./money-types"
import type { Switches } from "./switches"
import type { WebhookEventName, WebhookMapping } from "./webhook-events"

/** What the API calls of this contract are named in {@link CallRecord}. */
export type Operation = "create" | "get" | "pay" | "verify" | "cancel" | "iban-validate" | "reconciliation"

/** Session statuses, upper case as the API's status page has them; the last three are terminal. */
export type SessionStatus =
  | "PENDING"
  | "PAYMENT_IN_PROGRESS"
  | "AWAITING_VERIFICATION"
  | "COMPLETED"
  | "FAILED"
  | "EXPIRED"

/** The closed list of `error_details.code`. */
export type ErrorCode =
  | "insufficient_funds"
  | "invalid_iban"
  | "mandate_rejected"
  | "account_closed"
  | "do_not_honor"
  | "gateway_unavailable"
  | "unknown"

/** Two addresses of the shop: after a payment, and after the last failed attempt. */
export type HostedReturnUrls = { success: string; failure: string }

export type WebhookTarget = { url: string; secret: string }

export type SandboxOptions = {
  /** Keys that `Authorization: Bearer rk_…` may carry. Default `["rk_sandbox"]`. */
  apiKeys?: string[]
  /** Campaigns that exist. Default one, {@link DEFAULT_CAMPAIGN_ID}; its offer costs 29.99 EUR, one-off. */
  campaignIds?: string[]
  /** Gateways (MIDs) that exist, for direct mode or as an override. Default one, {@link DEFAULT_GATEWAY_ID}. */
  gatewayIds?: string[]
  /** Where events go and what signs them. Default `null`: no webhooks. */
  webhooks?: WebhookTarget | null
  /** Milliseconds before each try of a delivery, as many tries as entries. Default 0, 1 s, 5 s, 30 s, 2 min. */
  webhookRetryDelaysMs?: number[]
  /** Milliseconds before the first try of every event, on top of the first retry delay. Default 0. */
  webhookDelayMs?: number
  /**
   * Which events an attempt sends, in this order. Default: `transaction.created`, `order.created`,
   * `subscription.created` (where one begins), `payment_session.completed` when approved and `transaction.created` when
   * declined. An event of subscriptions is left out where there is none.
   */
  webhookEvents?: { approved?: WebhookEventName[]; declined?: WebhookEventName[] }
  /**
   * Body of an event as output key -> variable (`{ ref: "tenant_reference_id" }`), replacing the default mapping of
   * that event. Variables: see `webhook-variables.ts`.
   */
  webhookMappings?: Partial<Record<WebhookEventName, WebhookMapping>>
  /** Where the verification page sends the shopper back to, `?verification_id=vnd_verify_…` added. Default `null`. */
  returnUrl?: string | null
  /** Where the hosted payment page sends the shopper when it is done. Default `null`: it thanks and stays. */
  hostedReturnUrls?: HostedReturnUrls | null
  /** Whether the documented limits per second hold, by `clock`. Default false. */
  rateLimits?: boolean
  /** Addresses that may call while the switch `caller-allow-list` is on. Default none. */
  callerAddresses?: string[]
  /**
   * How long, by `clock`, an attempt that `pay-after-500=in-progress` left undecided stays so; it is looked at whenever
   * the sandbox is called. Default 60,000 ms.
   */
  finishAfterMs?: number
  /** Payment attempts of a session that does not ask for another number. Default 3. */
  maxPaymentAttempts?: number
  /** Answers to questions that the documentation leaves open, where they shall differ from the defaults. */
  switches?: Partial<Switches>
  /** Default: the system's clock. */
  clock?: () => Date
  /** Receives one line per API call and webhook try, without IBANs, keys or full session tokens. Default: silent. */
  log?: (line: string) => void
}

/** One API call, in order of arrival. */
export type CallRecord = {
  operation: Operation
  /** Session token of the path, or of the answer of a create; null for iban-validate and reconciliation. */
  session_token: string | null
  /** HTTP status of the answer; 0 while there is none and for an answer that was dropped. */
  status: number
  /** ISO 8601, arrival. */
  at: string
  /** `tenant_reference_id` of a pay. */
  reference: string | null
  /** Lower-case names; the credential in `authorization` is cut to its prefix. */
  request_headers: Record<string, string>
}

export type LeadRecord = {
  id: string
  first_name: string
  last_name: string
  email: string
  country: string
  address: string | null
  city: string | null
  postal_code: string | null
  phone: string | null
}

/** A copy of a session's state, without an IBAN. */
export type SessionRecord = {
  session_token: string
  status: SessionStatus
  mode: "campaign" | "direct"
  campaign_id: string | null
  gateway_id: string
  /** Decimal string in major units, e.g. "29.99". */
  amount: string
  currency: string
  billing_type: "ONE_OFF" | "RECURRING" | "TRIAL_RECURRING"
  billing_frequency: string | null
  customer_ip: string | null
  lead: LeadRecord
  /** Attempts the gateway has accepted so far. */
  attempts: number
  max_payment_attempts: number
  /** Its attempts with their rebills and refunds, oldest first. */
  transactions: TransactionRecord[]
  /** References used by this session's attempts, in order. */
  tenant_references: string[]
  created_at: string
}

/** One try of one webhook delivery. */
export type DeliveryRecord = {
  /** Counts the tries of all events from 1. */
  id: number
  event: WebhookEventName
  /** GET for an endpoint with `URL_PARAMS`. */
  method: "POST" | "GET"
  /** As called, with the payload in its query for `URL_PARAMS`. */
  url: string
  /** Status of the receiver's answer; null when there was none. */
  status: number | null
  /** Counts the tries of this event from 1, resends included. */
  attempt: number
  /** As sent; empty for `URL_PARAMS`. */
  body: string
  /** Lower-case hex, as sent in `X-CatalystPay-Signature`. */
  signature: string
  /** ISO 8601, when the try was begun. */
  at: string
}

/** Switches that make the gateway misbehave. They stay on until they are switched off. */
export type Faults = {
  /** `/iban-validate/` answers 503. */
  validateIbanDown: boolean
  /** How long a pay stays PAYMENT_IN_PROGRESS before the gateway decides. */
  payDelayMs: number
  /** The attempt is processed, then the connection is cut without an answer. */
  payDropsAnswerAfterAcceptance: boolean
  /** The attempt is processed, then the answer is a 500. */
  payAnswers500AfterAcceptance: boolean
  /** Awaited after the attempt was processed and its events were queued, before the answer. */
  duringPay: null | (() => Promise<void>)
}

/** In which order held events go out; `shuffled` leaves none in its place. */
export type ReleaseOrder = "in-order" | "reversed" | "shuffled"

/** Which event is sent again: that of a delivery, the last one of a name, or else the last one of all. */
export type ResendRequest = {
  /** How often, all at once. Default 1. */
  times?: number
  event?: WebhookEventName
  /** {@link DeliveryRecord.id} */
  deliveryId?: number
}

export type ListenResult = {
  /** e.g. `http://127.0.0.1:4010` */
  url: string
  /** `url` + `/api/v1`: what a client takes as its base address. */
  apiUrl: string
  port: number
}

/** CatalystPay in a box: see `createSandbox`. */
export type Sandbox = MoneyAfterwards & {
  /**
   * Starts listening; default a free port on 127.0.0.1.
   * @throws the server's error, e.g. with `code: "EADDRINUSE"`
   */
  listen(port?: number, host?: string): Promise<ListenResult>
  /** Stops listening, cuts open connections and gives up pending deliveries. */
  close(): Promise<void>
  /** Holds from the next try on: what waits to be repeated goes to the new address, signed with the new secret. */
  setWebhooks(target: WebhookTarget | null): void
  /** The mapping of each event in force, as a copy. */
  mappings(): Record<WebhookEventName, WebhookMapping>
  /** Holds for events from now on; null goes back to the default. */
  setMapping(event: WebhookEventName, mapping: WebhookMapping | null): void
  setReturnUrl(url: string | null): void
  /** @throws TypeError when one is not a URL */
  setHostedReturnUrls(urls: HostedReturnUrls | null): void
  setRateLimits(on: boolean): void
  /** Holds from the next call on: what is no longer among them was revoked. Sessions belong to the tenant, not to a key. */
  setApiKeys(keys: string[]): void
  /** Decides the attempts that `pay-after-500=in-progress` left undecided, and says how many those were. */
  finish(): number
  calls: CallRecord[]
  clearCalls(): void
  sessions(): SessionRecord[]
  deliveries: DeliveryRecord[]
  /** From now on events wait. */
  holdWebhooks(): void
  /** Lets waiting events go, by default in order; resolves when each has had its first try. */
  releaseWebhooks(options?: { order?: ReleaseOrder }): Promise<void>
  /**
   * Sends an event that was delivered again, by default the last one; no retries.
   * @throws when nothing was delivered yet, or there is no such delivery
   */
  resend(request?: ResendRequest): Promise<void>
  /** Resolves when no delivery is under way or scheduled; held events are not waited for. */
  settled(): Promise<void>
  faults: Faults
  /** Everything in the sandbox goes by it. */
  clock: SandboxClock
  /** The answers in force; what is assigned here holds from the next call on. */
  switches: Switches
}
