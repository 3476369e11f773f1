import { documented, GUIDE, inferred, section, unknown } from "./fact"

const FIELDS = "/reference/session-fields"
const CAMPAIGN = "/recipes/create-campaign-session"
const DIRECT = "/recipes/create-direct-session"
const LIFE = "/reference/status-lifecycles"
const ERRORS = "/reference/errors"
const GET = "/api-reference/tag/payment-sessions/get/api/v1/payment-sessions/token/"

/** Opening, reading and cancelling sessions. */
export const SESSIONS = [
  section("5.1", "Creating a session", [
    documented("5.1-campaign-mode", FIELDS, "With campaign_id, price and gateway come from the campaign."),
    documented("5.1-direct-mode", FIELDS, "Without campaign_id gateway, amount, currency, billing type are needed."),
    documented("5.1-overrides", FIELDS, "In campaign mode amount and gateway are optional overrides."),
    documented("5.1-lead", FIELDS, "lead is required."),
    documented("5.1-amount", `${FIELDS}, ${DIRECT}`, "amount is decimal(10,2), written as a string."),
    inferred("5.1-amount-range", FIELDS, "Every amount from 0.01 to 99999999.99 is taken and kept to the cent."),
    unknown("5.1-zero-amount", "zero-amount", "Whether an amount of zero is accepted."),
    documented("5.1-currency", FIELDS, "currency is an ISO 4217 code of three letters."),
    unknown("5.1-other-currencies", "other-currencies", "Whether currencies other than EUR are accepted."),
    documented("5.1-billing-type", FIELDS, "billing_type is ONE_OFF, RECURRING or TRIAL_RECURRING."),
    documented("5.1-frequencies", FIELDS, "billing_frequency is one of six, from WEEKLY to YEARLY."),
    unknown("5.1-billing-frequency", "billing-frequency", "Whether a recurring session needs billing_frequency."),
    documented("5.1-trial-unit", FIELDS, "trial_interval_unit is day, week or month, in lower case."),
    documented("5.1-trial-period", FIELDS, "trial_period is an integer of at least 1."),
    documented("5.1-trial-price", FIELDS, "trial_price is decimal(10,2)."),
    unknown("5.1-trial-price-zero", "trial-price-zero", "Whether a trial may cost nothing."),
    documented("5.1-gateway", FIELDS, "gateway_id names an active gateway (MID) of the tenant."),
    documented("5.1-max-attempts", FIELDS, "max_payment_attempts is 1 to 10."),
    documented("5.1-default-attempts", FIELDS, "Direct mode allows 3 attempts unless told otherwise."),
    documented("5.1-webhook-profile", FIELDS, "webhook_profile_id, a uuid, routes a direct session's webhooks."),
    documented("5.1-hosted-page", FIELDS, "hosted_page_id, a uuid, chooses the hosted page's branding."),
    documented("5.1-customer-ip", FIELDS, "customer_ip, IPv4 or IPv6, is the shopper's own address."),
    inferred("5.1-table-complete", FIELDS, "A session has no return address, metadata or idempotency field."),
    documented("5.1-no-reference", GUIDE, "tenant_reference_id belongs to pay and is no field of create."),
    unknown("5.1-unknown-fields", "unknown-fields", "Whether fields that are not listed are refused."),
    documented("5.1-first-name", FIELDS, "lead.first_name is required, up to 255 characters."),
    inferred("5.1-lead-fields", `${CAMPAIGN}, ${GUIDE}`, "lead.last_name, email and country are required."),
    documented("5.1-address", CAMPAIGN, "lead.address, city, postal_code and phone are optional."),
    unknown("5.1-lead-phone", "lead-phone", "Whether a phone number must be written as E.164."),
    documented("5.1-duplicate-policy", CAMPAIGN, "A lead with a known e-mail meets the campaign's duplicate policy."),
    unknown("5.1-duplicate-lead", "duplicate-lead", "The values of the duplicate policy."),
    documented("5.1-lead-by-email", CAMPAIGN, "A lead is known by its e-mail."),
    documented("5.1-lead-by-iban", "/guides/architecture", "Another page: a lead is known by its IBAN.", "lead-key"),
    unknown("5.1-active-statuses", "active-statuses", "In which statuses a session keeps its lead from another."),
    documented("5.1-answer", `${GUIDE}, /guides/sandbox-testing`, "Create answers token, PENDING and payment_url."),
    unknown("5.1-create-answer", "create-answer", "Whether a create answers more than those three keys."),
    unknown("5.1-payment-url", "payment-url", "payment_url where no hosted page is configured."),
  ]),
  section("5.2", "Reading a session", [
    documented("5.2-keys", GET, "GET answers nine keys, from session_token to lead."),
    documented("5.2-amount", GET, "amount is a string with two decimals."),
    documented("5.2-attempts", GET, "attempts_remaining counts what is left."),
    documented("5.2-offer", GET, "offer has name, price, currency, billing type, product name and description."),
    documented("5.2-billing-type", GET, "The example writes offer.billing_type in lower case.", "offer-billing-type"),
    documented("5.2-lead", GET, "lead has first name, last name and e-mail, nothing more."),
    documented("5.2-redirects", GET, "campaign names the addresses that the hosted page returns to."),
    unknown("5.2-direct-campaign", "direct-campaign", "campaign and offer of a direct session."),
    unknown("5.2-acceptance-mode", "acceptance-mode", "Values of mandate.acceptance_mode other than checkbox."),
    unknown("5.2-get-terminal", "get-terminal", "Whether GET of a finished session answers 200 or 410."),
    inferred("5.2-weak-recovery", GET, "GET names no order, transaction, error or verification address."),
  ]),
  section("5.3", "Cancelling a session", [
    documented("5.3-cancel", LIFE, "Cancel moves a PENDING session to EXPIRED."),
    unknown("5.3-cancel-answer", "cancel-answer", "The body that a cancellation is answered with."),
    unknown("5.3-cancel-awaiting", "cancel-awaiting", "Whether a session that awaits verification can be cancelled."),
    inferred("5.3-cancel-busy", LIFE, "A session in progress can't be cancelled: 409."),
    inferred("5.3-cancel-terminal", ERRORS, "A finished session can't be cancelled: 410."),
  ]),
  section("5.4", "Statuses of a session", [
    documented("5.4-six", LIFE, "A session has one of six statuses, in upper case."),
    documented("5.4-terminal", LIFE, "COMPLETED, FAILED and EXPIRED are terminal."),
    documented("5.4-in-progress", LIFE, "PENDING to PAYMENT_IN_PROGRESS: pay, under a row lock."),
    documented("5.4-completed", LIFE, "PAYMENT_IN_PROGRESS to COMPLETED: approved."),
    documented("5.4-awaiting", LIFE, "PAYMENT_IN_PROGRESS to AWAITING_VERIFICATION: the mandate is to be signed."),
    documented("5.4-declined", LIFE, "PAYMENT_IN_PROGRESS to PENDING: declined, attempts left."),
    documented("5.4-failed", LIFE, "PAYMENT_IN_PROGRESS to FAILED: declined, no attempts left."),
    documented("5.4-verified", LIFE, "AWAITING_VERIFICATION to COMPLETED: verification succeeded."),
    documented("5.4-unverified", LIFE, "AWAITING_VERIFICATION to PENDING: verification failed, attempts left."),
    documented("5.4-unverified-last", LIFE, "AWAITING_VERIFICATION to FAILED: verification failed, no attempts left."),
    unknown("5.4-session-expiry", "session-expiry", "Whether a PENDING session expires by itself."),
  ]),
]
