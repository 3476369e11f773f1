import { documented, GUIDE, inferred, section, unknown, unplayable } from "./fact"

const EVENTS = "/reference/webhook-events"
const HOOKS = "/guides/webhooks"
const RECIPE = "/recipes/verify-webhook-signature"

/** What CatalystPay sends to the shop. */
export const WEBHOOKS = [
  section("9.1", "Events", [
    documented("9.1-eleven", EVENTS, "There are eleven events, from order.created to payment_session.completed."),
    documented("9.1-approved", EVENTS, "A payment by the API sends order.created and transaction.created."),
    documented("9.1-completed", `${GUIDE}, ${EVENTS}`, "payment_session.completed tells that a session is COMPLETED."),
    inferred("9.1-no-failure", EVENTS, "No event tells of a failed, declined or expired session."),
    documented("9.1-status-changed", EVENTS, "transaction.status_changed tells of a transaction's later status."),
    documented("9.1-chargeback", EVENTS, "chargeback.created tells of a chargeback."),
    documented("9.1-chargeback-event", EVENTS, "A file's chargeback comes as chargeback.imported.", "chargeback-event"),
    documented("9.1-subscription", EVENTS, "subscription.created and .status_changed tell of a subscription."),
    inferred("9.1-unseen", EVENTS, "A client takes an event that is not among the eleven without failing."),
  ]),
  section("9.2", "The request", [
    documented("9.2-headers", HOOKS, "Four headers: content type, event, signature and user agent."),
    inferred("9.2-no-delivery-id", HOOKS, "No header carries a delivery id or a time."),
    documented("9.2-event-header", `${HOOKS}, ${GUIDE}`, "The event's name is in the header and not in the body."),
    documented("9.2-json-post", HOOKS, "JSON_POST, the default, posts a JSON body."),
    documented("9.2-url-params", HOOKS, "URL_PARAMS sends a GET with the payload in the query.", "webhook-method"),
  ]),
  section("9.3", "The payload", [
    documented("9.3-mapping", HOOKS, "A configurable mapping says which variables a payload holds."),
    documented("9.3-order-variables", EVENTS, "order.created offers order, lead, campaign, offer and product."),
    documented("9.3-sample", GUIDE, "The guide's body of payment_session.completed is flat, with six keys."),
    documented("9.3-amount", GUIDE, "An amount is a string such as 29.99."),
    documented("9.3-status-case", GUIDE, "The body's status is COMPLETED, in upper case.", "webhook-status-case"),
    unknown("9.3-webhook-keys", "webhook-keys", "Whether dots in a mapped key stay or nest."),
    unknown("9.3-webhook-nulls", "webhook-nulls", "What a variable without a value emits."),
    unknown("9.3-webhook-iban", "webhook-iban", "Whether the variable lead.iban is masked."),
  ]),
  section("9.4", "The signature", [
    documented("9.4-hmac", `${HOOKS}, ${RECIPE}`, "It is HMAC-SHA256 in lower-case hex, keyed by the secret."),
    documented("9.4-canonical", RECIPE, "It is made over json.dumps with sorted keys and no spaces."),
    documented("9.4-reserialise", RECIPE, "A receiver parses the body and writes it again before it compares."),
    documented("9.4-encoder", HOOKS, "Decimals are texts, dates ISO 8601, uuids hyphenated and lower case."),
    inferred("9.4-ascii", RECIPE, "Python's default escapes every character outside ASCII.", "webhook-escapes"),
    inferred("9.4-key-order", RECIPE, "Keys are sorted by code point at every level; arrays keep their order."),
    inferred("9.4-numbers", RECIPE, "Numbers, true, false and null are signed as they were written."),
    documented("9.4-profile-secret", HOOKS, "The secret belongs to the webhook profile; another's does not match."),
    unknown("9.4-webhook-body", "webhook-body", "Whether the bytes sent are the canonical form that was signed."),
    unknown("9.4-params-signed", "webhook-params-signed", "Whether URL_PARAMS signs typed values or their texts."),
    unplayable(
      "9.4-rotation",
      "the receiver takes any of several secrets, so both ways of changing one work",
      "Whether two secrets can be in force at once.",
    ),
  ]),
  section("9.5", "Delivery", [
    unknown("9.5-webhook-retries", "webhook-retries", "Whether a webhook that was not taken is sent again."),
    unknown("9.5-webhook-order", "webhook-order", "Whether events come in order."),
    unknown("9.5-webhook-duplicates", "webhook-duplicates", "Whether an event comes more than once."),
    unknown("9.5-webhook-timing", "webhook-timing", "Whether webhooks come before or after the call's answer."),
    inferred("9.5-success", HOOKS, "A webhook counts as taken when it is answered with 2xx."),
    inferred("9.5-no-profile", HOOKS, "Without a webhook profile no webhook is sent."),
    unplayable(
      "9.5-source-addresses",
      "a webhook is trusted for its signature and never for where it comes from",
      "From which addresses webhooks come.",
    ),
    unplayable(
      "9.5-auto-disable",
      "reconciliation repairs what webhooks leave out, whatever the reason",
      "Time limit, back-off and number of tries, and whether a failing endpoint is switched off.",
    ),
  ]),
]
