import type { CollectMode } from "./collect-mode"
import type { DebitView } from "./debit-view"
import type { DeliveryView } from "./inbox"
import type { ChargebackView, RefundView } from "./money-view"
import type { ProblemView } from "./problem-view"
import type { ReconciledListing, RunStatus } from "./reconciliation/run-record"

/*
 * What the admin routes answer, for the dashboard and for whoever asks them with Medusa's js-sdk:
 * `sdk.client.fetch<AdminCatalystPayDebits>("/admin/catalystpay/debits")`. Amounts are decimal strings in major units with
 * the currency's digits, times are ISO 8601, days YYYY-MM-DD.
 */

/** Medusa's order that a debit, a chargeback or a refund belongs to. */
export interface AdminCatalystPayOrder {
  id: string
  /** The number that people call it by: 12 for "#12". */
  display_id: number
}

/** A debit with its order and the problems that are open about it. */
export interface AdminCatalystPayDebit extends DebitView {
  /** Null where it pays for none, or for none yet. */
  order: AdminCatalystPayOrder | null
  problems: ProblemView[]
}

/** `GET /admin/catalystpay/debits` */
export interface AdminCatalystPayDebits {
  debits: AdminCatalystPayDebit[]
  /** How many match in all. */
  count: number
  limit: number
  /** For `cursor`: the page after this one, in the list's own order; null on the last. */
  next_cursor: string | null
  /** For `cursor`: the page before this one; null on the first. */
  previous_cursor: string | null
}

/** `GET /admin/catalystpay/debits/:id` */
export interface AdminCatalystPayDebitAnswer {
  debit: AdminCatalystPayDebit
}

/** `POST /admin/catalystpay/debits/:id/check` */
export interface AdminCatalystPayCheck extends AdminCatalystPayDebitAnswer {
  /** Whether anything was learned that the ledger did not know. */
  changed: boolean
}

/** The evidence of one acceptance, as it is printed: what the debtor agreed to, when and from where. */
export interface AdminCatalystPayMandate {
  /** The wording exactly as it was accepted. */
  text: string
  /** SHA-256 of `text`, hex. */
  text_hash: string
  text_version: string
  locale: string
  accepted_at: string
  ip_address: string | null
  user_agent: string | null
  creditor_name: string
  creditor_identifier: string
  /** The unique mandate reference that CatalystPay answered with; null before the submission. */
  reference: string | null
  /** FRST or RCUR. */
  sequence_type: string | null
  holder_name: string
  /** Country and last four digits: all of an IBAN that is kept. */
  masked_iban: string
  bic: string | null
  /** From 1. */
  attempt: number
  account: string
  amount: string
  currency_code: string
}

/** `GET /admin/catalystpay/debits/:id/mandate` */
export interface AdminCatalystPayMandateAnswer {
  mandate: AdminCatalystPayMandate
}

/** `GET /admin/catalystpay/debits/:id/payment-link` */
export interface AdminCatalystPayPaymentLink {
  /** Null when the option `paymentLink` is not set, or when there is no order that asks for money. */
  url: string | null
}

export interface AdminCatalystPayChargeback extends ChargebackView {
  order: AdminCatalystPayOrder | null
}

/** `GET /admin/catalystpay/chargebacks` */
export interface AdminCatalystPayChargebacks extends AdminCatalystPayPage {
  chargebacks: AdminCatalystPayChargeback[]
}

export interface AdminCatalystPayChargebackMonth {
  /** YYYY-MM, in UTC. */
  month: string
  /** Debits that were approved in it. */
  debits: number
  /** Chargebacks and returns that were reported in it, of whichever month's debits. */
  chargebacks: number
  /** The one over the other as a decimal with four digits, such as `0.0123`; `0.0000` where no debit was approved. */
  rate: string
  /** What was charged back. */
  amount_by_currency: { currency_code: string; amount: string }[]
}

/** `GET /admin/catalystpay/chargebacks/rates`: the oldest month first, months without any among them. */
export interface AdminCatalystPayChargebackRates {
  months: AdminCatalystPayChargebackMonth[]
}

export interface AdminCatalystPayRefund extends RefundView {
  order: AdminCatalystPayOrder | null
}

/** `GET /admin/catalystpay/refunds` */
export interface AdminCatalystPayRefunds extends AdminCatalystPayPage {
  refunds: AdminCatalystPayRefund[]
}

/** `POST /admin/catalystpay/refunds/:id/mark-done` */
export interface AdminCatalystPayRefundAnswer {
  refund: AdminCatalystPayRefund
}

/** `GET /admin/catalystpay/problems` */
export interface AdminCatalystPayProblems extends AdminCatalystPayPage {
  problems: ProblemView[]
}

/** `POST /admin/catalystpay/problems/:id/dismiss` */
export interface AdminCatalystPayProblemAnswer {
  problem: ProblemView
}

/** A webhook as it is stored: IBANs in its payload are masked. */
export type AdminCatalystPayWebhookDelivery = AsWritten<DeliveryView>

/** `GET /admin/catalystpay/webhook-deliveries` */
export interface AdminCatalystPayWebhookDeliveries extends AdminCatalystPayPage {
  webhook_deliveries: AdminCatalystPayWebhookDelivery[]
}

/** `POST /admin/catalystpay/webhook-deliveries/:id/replay` */
export interface AdminCatalystPayWebhookDeliveryAnswer {
  webhook_delivery: AdminCatalystPayWebhookDelivery
}

/** A page of a list that is asked for by `limit` and `offset`. */
export interface AdminCatalystPayPage {
  count: number
  offset: number
  limit: number
}

/** One account's connection to CatalystPay. No secret stands here, not even in part. */
export interface AdminCatalystPayAccountHealth {
  account: string
  /** Medusa's id of the provider that collects with it; null when no provider of this server names the account. */
  provider_id: string | null
  collect: CollectMode
  /** Told by what was collected; `unknown` before that. */
  environment: "live" | "test" | "unknown"
  campaign: string | null
  api_url: string
  credentials: {
    state: "good" | "rejected" | "unknown"
    /** When CatalystPay last took or refused the key; null: not since this server started. */
    checked_at: string | null
  }
  webhooks: {
    /** The address to give to CatalystPay; null where this store's own address is not known. */
    url: string | null
    last_seen_at: string | null
    /** Debits wait, and no webhook came. */
    silent: boolean
    /** Webhooks with a wrong signature, of late; null where nobody counts them. */
    refused_signatures: number | null
    /** How many signing secrets are accepted, the retiring ones among them. */
    secrets: number
    /** The events to subscribe to. */
    events: string[]
    /** Field of the event -> key in the payload: the mapping to set at CatalystPay. */
    field_map: Record<string, string>
  }
  sealing_keys: {
    /** 1: the key that seals. */
    current: number
    /** Keys that only open what was sealed with them. */
    retiring: number
    /** Bank accounts that still wait under a retiring key. */
    sealed_with_retiring: number
  }
  queue: {
    /** Debits that wait for their turn. */
    waiting: number
    oldest_at: string | null
  }
  breaker: "closed" | "open" | "half_open"
  /** How many paying calls a second the account may make, and how many of them are still free; null where nobody counts. */
  budget: { per_second: number; left: number | null }
  reconciliation: {
    listing: ReconciledListing
    last_run_at: string | null
    status: RunStatus | null
    failure: string | null
  }[]
}

/** `GET /admin/catalystpay/health` */
export interface AdminCatalystPayHealth {
  accounts: AdminCatalystPayAccountHealth[]
  open_problems: number
}

/** `POST /admin/catalystpay/health/:account/check` */
export interface AdminCatalystPayAccountAnswer {
  account: AdminCatalystPayAccountHealth
}

/** A row as JSON carries it: moments become texts. */
type AsWritten<Row> = { [Key in keyof Row]: Row[Key] extends Date ? string : Row[Key] extends Date | null ? string | null : Row[Key] }
