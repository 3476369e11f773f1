import { documented, GUIDE, inferred, section, unknown, unplayable } from "./fact"

const LIFE = "/reference/status-lifecycles"
const RECON = "/reference/reconciliation-fields"
const ADAPTERS = "/reference/adapter-config"
const IBAN = "/api-reference/tag/utilities/post/api/v1/iban-validate/"
const TESTING = "/guides/sandbox-testing"

/** Other statuses, IBAN validation, and CatalystPay's test IBANs. */
export const STATUSES = [
  section("7", "Other statuses", [
    documented("7-order", LIFE, "An order's status is one of eight, in upper case."),
    documented("7-subscription", LIFE, "A subscription's status is one of nine, in upper case."),
    documented("7-transaction", `${GUIDE}, /guides/reconciliation`, "A transaction is approved or declined."),
    unknown("7-transaction-words", "transaction-words", "The words of a transaction after its settlement."),
    documented("7-types", `${RECON}, ${ADAPTERS}`, "Transaction types: sdd_sale, sdd_refund, sdd_rebill, other_type."),
    documented("7-chargeback", "/recipes/fetch-chargebacks", "A chargeback: status charged_back, type chargeback."),
    documented("7-case", `${GUIDE}, ${LIFE}`, "Session, order and subscription are upper case, the others lower."),
    inferred("7-not-settled", LIFE, "approved is a submission that was taken, not money that came."),
  ]),
  section("8", "Validating an IBAN", [
    documented("8-request", `${GUIDE}, ${IBAN}`, "The request is an iban of at least one character."),
    documented("8-valid", `${GUIDE}, ${IBAN}`, "A valid IBAN is answered with valid, bank_name and bic."),
    inferred("8-nulls", IBAN, "bank_name and bic are null for a bank outside the registry."),
    documented("8-invalid", GUIDE, "An invalid IBAN is answered with valid false and a message."),
    unknown("8-iban-message-key", "iban-message-key", "The key under which that message stands."),
    unknown("8-invalid-iban-answer", "invalid-iban-answer", "Whether an invalid IBAN is answered with 200 or 400."),
    inferred("8-empty", IBAN, "A missing or empty iban is answered with 400."),
    inferred("8-no-leak", GUIDE, "No error of validation and no answer of the client shows the IBAN."),
  ]),
  section("14", "CatalystPay's test IBANs", [
    documented("14-approved", TESTING, "DE89370400440532013000 is approved."),
    documented("14-declined", TESTING, "DE91100000000123456789 is declined, and another IBAN may follow."),
    documented("14-foreign", TESTING, "GB82WEST12345698765432, from outside Germany, is approved."),
    documented("14-create", TESTING, "With them a create answers 201, PENDING and a payment_url."),
    inferred("14-declined-valid", TESTING, "The declined IBAN is valid to IBAN validation."),
    unplayable(
      "14-declined-code",
      "the sandbox takes the guide's pair insufficient_funds and AM04; its own IBANs play every other code",
      "Which code the declined IBAN yields.",
    ),
    unplayable(
      "14-verification",
      "the sandbox has an IBAN of its own that awaits verification; CatalystPay names none",
      "Which IBAN makes CatalystPay's sandbox ask for verification.",
    ),
  ]),
]
