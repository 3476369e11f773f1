import { documented, GUIDE, inferred, section, unknown } from "./fact"

const ERRORS = "/reference/errors"

/** How the API says no. */
export const ERROR_ANSWERS = [
  section("4.1", "Bodies of errors", [
    documented("4.1-two-keys", ERRORS, "An error's body has exactly the keys detail and status_code."),
    documented("4.1-status-code", ERRORS, "status_code is always there and equals the HTTP status."),
    documented("4.1-fields", ERRORS, "For invalid fields, detail is an object from field to message."),
    documented("4.1-direct-sample", ERRORS, "Direct mode names each of its missing fields in a sentence of its own."),
    unknown("4.1-field-errors", "field-errors", "Whether a field's error is a text, a list, or nested."),
    inferred("4.1-no-code", ERRORS, "An HTTP error has no machine-readable code; only the envelope has."),
  ]),
  section("4.2", "Status codes of errors", [
    documented("4.2-400", ERRORS, "400: a field is missing or invalid."),
    documented("4.2-401", ERRORS, "401: the API key is invalid, revoked or missing."),
    documented("4.2-404", ERRORS, "404: the session token is not known."),
    documented("4.2-409-state", ERRORS, "409: the session is not in the state that the call expects."),
    documented("4.2-409-lead", ERRORS, "409: the lead already has an active session."),
    documented("4.2-410", ERRORS, "410: the session has expired or is in a terminal state."),
    documented("4.2-429", ERRORS, "429: too many calls."),
    documented("4.2-500", ERRORS, "500: an unexpected error while a payment is processed or verified."),
    unknown("4.2-trouble", "trouble-answer", "How a failing server or the proxy before it answers."),
    inferred("4.2-405", ERRORS, "A wrong method is answered with 405, as the framework behind the API does."),
    inferred("4.2-415", ERRORS, "A body that is not JSON by its media type is answered with 415."),
  ]),
  section("4.3", "Errors by endpoint", [
    documented("4.3-create-400", ERRORS, "Create answers 400 for an invalid campaign or gateway."),
    documented("4.3-create-409", ERRORS, "Create answers 409 with `Lead already has an active p…`."),
    inferred("4.3-get-errors", ERRORS, "GET answers 404 for an unknown token."),
    inferred("4.3-iban-errors", ERRORS, "Validation answers 400 without an IBAN and 401 without a credential."),
    documented("4.3-pay-reference", GUIDE, "Pay answers 409 for a reference in use, in the guide's words."),
    inferred("4.3-pay-terminal", ERRORS, "Pay of a COMPLETED, FAILED or EXPIRED session answers 410."),
    inferred("4.3-pay-busy", ERRORS, "Pay of a session in progress or awaiting verification answers 409."),
    inferred("4.3-verify-state", ERRORS, "Verify of a session that awaits none answers 409."),
    inferred("4.3-unknown-token", ERRORS, "Pay, verify and cancel answer 404 for an unknown token."),
    unknown("4.3-pay-after-500", "pay-after-500", "What is true after a 500 or a lost answer of pay."),
    inferred("4.3-outcome-unknown", ERRORS, "After a 500 or silence a client calls the outcome unknown, no failure."),
  ]),
]
