import { documented, GUIDE, inferred, section, unknown, unplayable } from "./fact"

const STARTED = "/guides/getting-started"
const TESTING = "/guides/sandbox-testing"
const RESULT = "/api-reference/model/PaymentSessionResult"
const LIMITS = "/reference/rate-limits"
const ERRORS = "/reference/errors"
const GET = "/api-reference/tag/payment-sessions/get/api/v1/payment-sessions/token/"
const IBAN = "/api-reference/tag/utilities/post/api/v1/iban-validate/"

/** Where the API is, who may call it, and how often. */
export const ACCESS = [
  section("1", "Environments", [
    documented("1-production-base", `${GUIDE}, ${STARTED}`, "Production is https://api.catalystpay.com/api/v1."),
    documented("1-staging-base", `${STARTED}, ${TESTING}`, "Staging is https://api.staging.catalystpay.com/api/v1."),
    documented("1-hosted-page", GUIDE, "A session's hosted page is https://pay.catalystpay.com/s/{session_token}."),
    unplayable(
      "1-staging-hosted-page",
      "only the address that a create answers is ever used, whatever it is",
      "Where staging's hosted page is.",
    ),
    documented("1-key-prefix", TESTING, "A staging key begins with rk_ too: a key does not tell its environment."),
    inferred("1-closing-slash", "every path of the pages", "All paths end in a slash."),
    unknown("1-missing-slash", "missing-slash", "What a path without its closing slash answers."),
    documented("1-livemode", `${GUIDE}, ${RESULT}`, "livemode is true in production and false in staging and test."),
    documented(
      "1-test-mode",
      `${GUIDE}, ${RESULT}`,
      "payment_gateway.test_mode tells of the gateway's own sandbox, independently of livemode.",
    ),
  ]),
  section("2", "Authentication", [
    documented("2-bearer", STARTED, "A credential is sent as Authorization: Bearer <token>."),
    documented("2-two-kinds", STARTED, "API keys (rk_) and session tokens (ps_) are told apart by their prefix."),
    documented("2-create-key", "/reference/session-fields", "Creating a session needs an API key."),
    documented("2-get-no-key", GET, "Reading a session needs no key: the token in the path is the credential."),
    documented("2-pay-no-key", `${GUIDE}, /recipes/submit-payment`, "Paying needs no Authorization header."),
    documented(
      "2-verify-no-key",
      `${GUIDE}, /recipes/handle-mandate-verification`,
      "Verifying needs no Authorization header.",
    ),
    inferred("2-cancel-key", LIMITS, "Cancelling needs an API key: its limit counts by key."),
    documented("2-iban-key", `${GUIDE}, ${IBAN}`, "IBAN validation takes an API key."),
    documented("2-iban-session-token", GUIDE, "IBAN validation takes a session token as well."),
    inferred("2-iban-none", `${GUIDE}, ${IBAN}`, "IBAN validation refuses a call without a credential."),
    documented("2-reconciliation-key", "/guides/reconciliation", "Reconciliation needs an API key."),
    documented("2-bad-key", ERRORS, "A missing, invalid or revoked key is answered with 401."),
    unknown("2-unauthorized-answer", "unauthorized-answer", "The words of a 401, and its WWW-Authenticate header."),
    unknown("2-needless-bearer", "needless-bearer", "Whether a wrong bearer harms where none is needed."),
    inferred("2-no-needless-bearer", GUIDE, "A client sends no Authorization header to get, pay and verify."),
    inferred("2-token-secret", GET, "As the path's token is a credential, no error or log may show it."),
    unknown("2-caller-allow-list", "caller-allow-list", "Whether calls from unregistered addresses are refused."),
    inferred("2-token-shape", GUIDE, "A session token is ps_ and 30 characters or digits; a client takes any."),
  ]),
  section("3", "Endpoints and their limits", [
    inferred("3-endpoints", LIMITS, "The nine endpoints with a limit are the whole public API."),
    documented("3-created-status", ERRORS, "A created session is answered with 201."),
    documented("3-ok-status", ERRORS, "Get, pay, verify, cancel, validation and reconciliation answer 200."),
    documented("3-limit-create", LIMITS, "50 sessions may be created a second with an API key."),
    documented("3-limit-get", LIMITS, "One GET a second is allowed from an address."),
    documented("3-limit-pay", LIMITS, "One pay a second is allowed from an address."),
    documented("3-limit-verify", LIMITS, "One verify a second is allowed from an address."),
    documented("3-limit-cancel", LIMITS, "50 sessions may be cancelled a second with an API key."),
    documented("3-limit-iban", LIMITS, "50 IBANs may be validated a second with an API key."),
    documented("3-limit-iban-address", LIMITS, "IBAN validation with a session token counts by address."),
    documented("3-limit-reconciliation", LIMITS, "50 reconciliation pages may be read a second with an API key."),
    unknown("3-throttle-key", "throttle-key", "Whether X-Forwarded-For changes the address that is counted."),
    unknown("3-throttle-scopes", "throttle-scopes", "Whether get, pay and verify share one limit."),
  ]),
  section("3.1", "Too many calls", [
    documented("3.1-answer", LIMITS, "A call too many is answered with 429, detail and status_code."),
    documented("3.1-whole-seconds", LIMITS, "Retry-After is a number of whole seconds."),
    unknown("3.1-retry-after", "retry-after", "How long a 429 asks to wait: the page's sample says 60 seconds."),
    inferred("3.1-wait-in-words", LIMITS, "Without the header, the wait stands in the sentence of the body."),
  ]),
]
