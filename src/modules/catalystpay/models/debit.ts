import { model } from "@medusajs/framework/utils"
import { COLLECT_MODES } from "../debits/collect-mode"
import { DEBIT_ORIGINS, DEBIT_STATUSES } from "../debit-state"
import Chargeback from "./chargeback"
import DebitEvent from "./debit-event"
import Mandate from "./mandate"
import Refund from "./refund"
import RefundReceipt from "./refund-receipt"

/**
 * One SEPA direct debit: one CatalystPay session and its attempts. Amounts are in major units.
 * An IBAN stands here only sealed, and only until its outcome is known.
 */
const Debit = model
  .define("catalystpay_debit", {
    id: model.id({ prefix: "cpdeb" }).primaryKey(),
    /** Name of the account in the plugin's options. */
    account: model.text(),
    status: model.enum([...DEBIT_STATUSES]).default("opened"),
    /** `external`: somebody paid it at the gateway with the session token, and not through this store. */
    origin: model.enum([...DEBIT_ORIGINS]).default("store"),
    /** Who takes the bank account: this store, or CatalystPay's own page, for as long as the debit lives. */
    collect: model.enum([...COLLECT_MODES]).default("iban"),
    /** Medusa's payment session; it can be re-pointed when an open CatalystPay session is adopted. */
    payment_session_id: model.text(),
    payment_collection_id: model.text(),
    cart_id: model.text().nullable(),
    /** Set when the debit was opened for an order that is already placed. */
    order_id: model.text().nullable(),
    customer_id: model.text().nullable(),
    /** Lower-case e-mail of the lead: CatalystPay allows one active session per lead. */
    email: model.text(),
    amount: model.bigNumber(),
    currency_code: model.text(),
    /** The CatalystPay session token: a credential, never logged. */
    session_token: model.text(),
    payment_url: model.text().nullable(),
    verification_url: model.text().nullable(),
    /** The id the shopper came back with; taken by the next `/verify/`. */
    verification_id: model.text().nullable(),
    verification_returned_at: model.dateTime().nullable(),
    /** The return that `/verify/` was sent for: equal to `verification_returned_at` once it was taken. */
    verification_started_at: model.dateTime().nullable(),
    attempt: model.number().default(0),
    /** `tenant_reference_id` of the current attempt: `<payment session id>.<attempt>`. */
    reference: model.text().nullable(),
    sealed_iban: model.text().nullable(),
    sealed_at: model.dateTime().nullable(),
    /** Keyed fingerprint and answer of the last `/iban-validate/`; destroyed with the seal. */
    iban_check: model.json().nullable(),
    iban_last4: model.text().nullable(),
    iban_country: model.text().nullable(),
    bank_name: model.text().nullable(),
    bic: model.text().nullable(),
    transaction_id: model.text().nullable(),
    merchant_transaction_id: model.text().nullable(),
    gateway_reference: model.text().nullable(),
    order_number: model.text().nullable(),
    adapter_name: model.text().nullable(),
    gateway_name: model.text().nullable(),
    descriptor: model.text().nullable(),
    livemode: model.boolean().nullable(),
    test_mode: model.boolean().nullable(),
    error_code: model.text().nullable(),
    error_gateway_code: model.text().nullable(),
    error_gateway_message: model.text().nullable(),
    retry_allowed: model.boolean().nullable(),
    /** How many more bank accounts CatalystPay's page takes, as it was opened with or its last GET said; only of hosted debits. */
    attempts_remaining: model.number().nullable(),
    /** Since when it waits for its turn at the gateway; kept after the submission. */
    queued_at: model.dateTime().nullable(),
    submitted_at: model.dateTime().nullable(),
    /** The one repeat of `/pay/` that "At most once" allows, for the current attempt. */
    repeated_at: model.dateTime().nullable(),
    /** When the settling job looks at it again; null: not before something happens to it. */
    next_check_at: model.dateTime().nullable(),
    /** How often the job has looked in vain. */
    checks: model.number().default(0),
    approved_at: model.dateTime().nullable(),
    /** When a signed webhook or the reconciliation confirmed what `/pay/` had answered. */
    confirmed_at: model.dateTime().nullable(),
    captured_amount: model.bigNumber().default(0),
    captured_at: model.dateTime().nullable(),
    refund_due_amount: model.bigNumber().default(0),
    refunded_amount: model.bigNumber().default(0),
    charged_back_amount: model.bigNumber().default(0),
    settled_at: model.dateTime().nullable(),
    returned_at: model.dateTime().nullable(),
    orphaned_at: model.dateTime().nullable(),
    /** Since when only evidence of it is kept, because its person asked to be forgotten. */
    forgotten_at: model.dateTime().nullable(),
    /** Since when nothing personal is kept of it: the period of evidence is over, or there was none. */
    erased_at: model.dateTime().nullable(),
    chargebacks: model.hasMany(() => Chargeback, { mappedBy: "debit" }),
    refunds: model.hasMany(() => Refund, { mappedBy: "debit" }),
    refund_receipts: model.hasMany(() => RefundReceipt, { mappedBy: "debit" }),
    mandates: model.hasMany(() => Mandate, { mappedBy: "debit" }),
    events: model.hasMany(() => DebitEvent, { mappedBy: "debit" }),
  })
  .indexes([
    {
      name: "IDX_catalystpay_debit_current_session",
      on: ["payment_session_id"],
      unique: true,
      where: "status NOT IN ('cancelled', 'superseded') AND origin = 'store' AND deleted_at IS NULL",
    },
    { name: "IDX_catalystpay_debit_payment_session", on: ["payment_session_id"] },
    { name: "IDX_catalystpay_debit_session_token", on: ["session_token"], unique: true, where: "deleted_at IS NULL" },
    { name: "IDX_catalystpay_debit_reference", on: ["reference"] },
    { name: "IDX_catalystpay_debit_transaction", on: ["transaction_id"] },
    { name: "IDX_catalystpay_debit_merchant_transaction", on: ["merchant_transaction_id"] },
    { name: "IDX_catalystpay_debit_gateway_reference", on: ["gateway_reference"] },
    { name: "IDX_catalystpay_debit_order_number", on: ["order_number"] },
    { name: "IDX_catalystpay_debit_collection", on: ["payment_collection_id"] },
    { name: "IDX_catalystpay_debit_cart", on: ["cart_id"] },
    { name: "IDX_catalystpay_debit_lead", on: ["account", "email", "status"] },
    { name: "IDX_catalystpay_debit_status", on: ["status", "created_at"] },
    { name: "IDX_catalystpay_debit_check", on: ["next_check_at"], where: "next_check_at IS NOT NULL AND deleted_at IS NULL" },
    { name: "IDX_catalystpay_debit_queue", on: ["queued_at"], where: "status = 'queued' AND deleted_at IS NULL" },
    {
      name: "IDX_catalystpay_debit_unsettled",
      on: ["approved_at"],
      where: "status = 'approved' AND settled_at IS NULL AND returned_at IS NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_catalystpay_debit_sealed",
      on: ["updated_at"],
      where: "(sealed_iban IS NOT NULL OR iban_check IS NOT NULL) AND deleted_at IS NULL",
    },
    // What the dashboard lists, by its filters and in its order; one more, by state, is written by hand in its migration.
    { name: "IDX_catalystpay_debit_listed", on: ["created_at", "id"] },
    { name: "IDX_catalystpay_debit_amount_listed", on: ["amount", "id"] },
    { name: "IDX_catalystpay_debit_account_listed", on: ["account", "created_at", "id"] },
    { name: "IDX_catalystpay_debit_mode_listed", on: ["livemode", "created_at", "id"] },
    { name: "IDX_catalystpay_debit_customer_listed", on: ["customer_id", "created_at", "id"] },
    { name: "IDX_catalystpay_debit_last4", on: ["iban_last4"] },
    { name: "IDX_catalystpay_debit_approved", on: ["approved_at"], where: "approved_at IS NOT NULL AND deleted_at IS NULL" },
    { name: "IDX_catalystpay_debit_forgotten", on: ["forgotten_at"], where: "forgotten_at IS NOT NULL AND deleted_at IS NULL" },
  ])

export default Debit
