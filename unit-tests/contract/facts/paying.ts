import { documented, GUIDE, inferred, section, unknown, unplayable } from "./fact"

const VERIFY = "/recipes/handle-mandate-verification"
const SUBMIT = "/recipes/submit-payment"
const LIFE = "/reference/status-lifecycles"
const ADAPTERS = "/reference/adapter-config"
const FIELDS = "/reference/session-fields"

/** Paying, verifying, attempts. The envelope that both answer has a file of its own. */
export const PAYING = [
  section("6.1", "Paying", [
    documented("6.1-request", `${GUIDE}, ${SUBMIT}`, "Pay takes iban, iban_holder_name and tenant_reference_id."),
    inferred("6.1-required", GUIDE, "iban and iban_holder_name are required."),
    unknown("6.1-iban-spelling", "iban-spelling", "Whether pay takes an IBAN with spaces or in lower case."),
    unknown("6.1-holder-length", "holder-length", "How long the account holder's name may be."),
    unknown("6.1-iban-country", "iban-country", "Whether the IBAN must be of the lead's country."),
    unplayable(
      "6.1-mandate-field",
      "the evidence of the mandate stays with the merchant; a field that no page names can't be sent",
      "Whether pay takes a field for the mandate's acceptance.",
    ),
    unknown("6.1-malformed-iban", "malformed-iban", "Whether pay answers a malformed IBAN with 400 or a decline."),
    documented("6.1-reference-unique", GUIDE, "A reference is unique in the tenant: its reuse is answered with 409."),
    documented("6.1-reference-pending", GUIDE, "After that 409 the session is PENDING and takes another reference."),
    documented("6.1-reference-length", GUIDE, "A reference has at most 255 characters."),
    inferred("6.1-reference-too-long", GUIDE, "A longer reference is answered with 400."),
    documented("6.1-reference-blank", GUIDE, "A blank reference is answered with 400."),
    unknown("6.1-reference-spaces", "spaces-reference", "Whether a reference of spaces only is blank."),
    documented("6.1-reference-none", GUIDE, "A reference that is omitted or null is none, and echoed as null."),
    documented("6.1-reference-echo", GUIDE, "The reference is echoed in the answers of pay and verify."),
    documented("6.1-reference-recon", GUIDE, "The reference is echoed in reconciliation's transactions, chargebacks."),
    documented("6.1-reference-webhooks", GUIDE, "The reference is a variable of four webhook events."),
    documented("6.1-reference-kept", GUIDE, "The reference is stored and not forwarded to the payment gateway."),
    unknown("6.1-reference-case", "reference-case", "Whether references that differ in case only are the same."),
    unknown("6.1-declined-reference", "declined-reference", "Whether a declined attempt uses its reference up."),
  ]),
  section("6.2", "Verifying", [
    documented("6.2-id-optional", GUIDE, "verification_id is optional: it may be omitted, or the body be empty."),
    documented("6.2-same-envelope", `${GUIDE}, ${VERIFY}`, "Verify answers the envelope of pay."),
    documented("6.2-completed", GUIDE, "A successful verification answers the status completed."),
  ]),
  section("6.4", "Attempts", [
    documented("6.4-limit", FIELDS, "A session takes max_payment_attempts attempts, then it is FAILED."),
    documented("6.4-remaining", LIFE, "A declined attempt returns the session to PENDING while attempts remain."),
    unknown("6.4-refused-attempt", "refused-attempt", "Whether a pay answered with 400 or 409 uses up an attempt."),
    documented("6.4-other-iban", GUIDE, "After a decline with retry_allowed another IBAN may be submitted."),
    documented("6.4-hard", ADAPTERS, "Emerchantpay: a hard decline can't be tried again, a soft one can."),
    unknown("6.4-hard-decline", "hard-decline", "Whether a hard decline ends the session."),
    documented("6.4-one-winner", LIFE, "Of two pays at once one wins: the step to in progress is locked."),
    inferred("6.4-loser", LIFE, "The other one is answered with 409."),
    unplayable(
      "6.4-idempotency-key",
      "the client sends no such header, so it can't matter",
      "Whether an Idempotency-Key header would be honoured.",
    ),
  ]),
  section("6.5", "Gateways and verification", [
    documented("6.5-emp", `${ADAPTERS}, /guides/adapters`, "Emerchantpay answers at once and never asks to verify."),
    documented("6.5-vendo", `${ADAPTERS}, /guides/adapters`, "Vendo may answer awaiting_verification."),
    documented("6.5-flow", GUIDE, "The shopper is sent to verification_url, comes back, then verify is called."),
    documented("6.5-id-sample", GUIDE, "A verification id looks like vnd_verify_abc123."),
    unknown("6.5-verification-return", "verification-return", "Which parameter carries the verification id back."),
    unknown("6.5-unreturned", "unreturned-verification", "Whether a signed mandate is collected without verify."),
    unknown("6.5-early-verify", "early-verify", "What verify does before the shopper has decided."),
  ]),
]
