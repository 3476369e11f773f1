import { documented, GUIDE, inferred, section, unknown, unplayable } from "./fact"

const HPP = "/guides/hpp-integration"
const RECON = "/guides/reconciliation"
const FIELDS = "/reference/reconciliation-fields"
const ADAPTERS = "/reference/adapter-config"
const LIFE = "/reference/status-lifecycles"
const CHARGEBACKS = "/recipes/fetch-chargebacks"
const SUBSCRIPTIONS = "/recipes/fetch-subscriptions"

/** The hosted page, refunds, subscriptions and reconciliation. */
export const AFTERWARDS = [
  section("10", "The hosted payment page", [
    documented("10-flow", HPP, "The shopper is sent to payment_url, pays there, and is sent back."),
    documented("10-verification", HPP, "If the gateway asks for it, a verification page comes first."),
    documented("10-redirects", `${HPP}, /guides/sandbox-testing`, "Where it returns to is set on the campaign."),
    unknown("10-hosted-return", "hosted-return", "Which parameters are added to the return address."),
    unplayable(
      "10-reference",
      "there is no field that could carry it; a hosted debit is found by its session token",
      "How a hosted debit gets a tenant_reference_id.",
    ),
    unplayable(
      "10-frame",
      "the shopper is sent there by a whole-page redirect and comes back by the return address or not at all",
      "Cancel address, frames and languages of the hosted page.",
    ),
  ]),
  section("11", "Refunds", [
    inferred("11-no-api", "/reference/rate-limits", "There is no endpoint that refunds."),
    documented("11-type", ADAPTERS, "A refund is a transaction of the type sdd_refund."),
    documented("11-order-status", LIFE, "An order becomes PARTIALLY_REFUNDED or REFUNDED."),
    unknown("11-refund-event", "refund-event", "Which event, if any, tells of a refund."),
    unknown("11-refund-reference", "refund-reference", "Whether a refund carries the reference of its debit."),
    unplayable(
      "11-trigger",
      "a refund is recognised by its transaction, whoever made it",
      "Who makes a refund: admin panel, account manager or processor.",
    ),
  ]),
  section("12", "Subscriptions", [
    documented("12-implicit", GUIDE, "A recurring session that completes makes a subscription."),
    documented("12-rebill", `${FIELDS}, ${ADAPTERS}`, "A rebill is an sdd_rebill without a reference."),
    inferred("12-no-api", "/reference/rate-limits", "No endpoint pauses, changes or cancels a subscription."),
    documented("12-cancelled", LIFE, "A subscription may be cancelled by the customer or an admin."),
    unplayable(
      "12-dunning",
      "every retry is a transaction of its own in reconciliation, whatever the schedule",
      "When a failed rebill is tried again.",
    ),
  ]),
  section("13", "Reconciliation", [
    documented("13-envelope", RECON, "A page has next, previous and results, and no count."),
    documented("13-next", RECON, "next is followed as it stands; its cursor is opaque."),
    documented("13-start", FIELDS, "start_date is required."),
    documented("13-window", FIELDS, "end_date lies at most 90 days after start_date."),
    documented("13-page-size", FIELDS, "page_size is 1 to 1000, by default 100."),
    documented("13-format", RECON, "Rows come as JSON unless XML or CSV is asked for."),
    documented("13-status-filter", FIELDS, "status is a list with commas: lower case, upper for subscriptions."),
    documented("13-type-filter", FIELDS, "type filters transactions and chargebacks."),
    documented("13-gateway-filter", FIELDS, "payment_gateway_id filters all three."),
    documented("13-billing-filter", FIELDS, "next_billing_date_from and _to filter subscriptions."),
    inferred("13-no-reference-filter", FIELDS, "No filter finds a reference or an order number."),
    documented("13-by-date", FIELDS, "Windows go by date_processed, report_date and created_at."),
    documented("13-transaction", FIELDS, "A transaction's row has its ids, status, type, amount and masked IBAN."),
    documented("13-masked", FIELDS, "All of an IBAN but the last four characters is *, its length kept."),
    documented("13-chargeback", `${FIELDS}, ${CHARGEBACKS}`, "A chargeback's row has reason code and report date."),
    documented("13-subscription", `${FIELDS}, ${SUBSCRIPTIONS}`, "A subscription's row has amounts, dates and counts."),
    documented("13-no-reference", FIELDS, "Rebills and imported transactions have no reference."),
    unknown("13-reconciliation-end", "reconciliation-end", "Whether end_date itself is included."),
    unknown("13-reconciliation-order", "reconciliation-order", "In which order rows come."),
    unknown("13-reconciliation-day", "reconciliation-day", "Whose midnight bounds a day."),
    unknown("13-unprocessed", "reconciliation-unprocessed", "Whether transactions not yet processed appear."),
    documented("13-amounts", FIELDS, "The samples write amounts as strings.", "reconciliation-amounts"),
    documented("13-dates", SUBSCRIPTIONS, "A subscription starts at a date, or a datetime.", "subscription-dates"),
    documented(
      "13-chargeback-transaction",
      CHARGEBACKS,
      "A chargeback's transaction_id is CatalystPay's, a transaction's the processor's.",
      "chargeback-transaction",
    ),
    unknown("13-default-end", "reconciliation-default-end", "Which window a missing end_date means."),
  ]),
]
