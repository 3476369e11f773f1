import type { DebitView } from "./debits/debit-view"
import type { DeliveryView } from "./webhooks/inbox"
import type { ChargebackView, RefundView } from "./money/money-view"
import type { ProblemView } from "./problems/problem-view"

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

/** A problem with the order that it is about. */
export interface AdminCatalystPayProblem extends ProblemView {
  /** Null where it is about none, or the order is gone. */
  order: AdminCatalystPayOrder | null
}

/** `GET /admin/catalystpay/problems` */
export interface AdminCatalystPayProblems extends AdminCatalystPayPage {
  problems: AdminCatalystPayProblem[]
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

/** `GET /admin/catalystpay/health`, `POST /admin/catalystpay/health/:account/check`, and an account in both. */
export type {
  AccountHealth as AdminCatalystPayAccountHealth,
  AdminCatalystPayHealth,
  AdminCatalystPayHealthCheck,
} from "./health/types"

/** A row as JSON carries it: moments become texts. */
type AsWritten<Row> = { [Key in keyof Row]: Row[Key] extends Date ? string : Row[Key] extends Date | null ? string | null : Row[Key] }
