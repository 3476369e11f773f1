import { createHmac, timingSafeEqual } from "node:crypto"
import { canonicalJson } from "./canonical-json"

/**
 * Signs a webhook payload as CatalystPay does: HMAC-SHA256 over Python's canonical JSON, as 64 lower-case hex
 * characters. Meant for tests of your own webhook handlers.
 *
 * @param payload - a JSON value, or a string, which is taken for the JSON text itself
 * @param secret - the signing secret of the webhook profile
 * @throws SyntaxError when the text is not JSON; TypeError when there is no secret or the payload has no JSON form
 */
export function signWebhook(payload: unknown, secret: string): string {
  if (isEmpty(secret)) {
    throw new TypeError("signWebhook needs the webhook profile's signing secret; it was empty.")
  }
  return hmac(canonicalJson(typeof payload === "string" ? payload : toJson(payload)), secret).toString("hex")
}

/** `JSON.stringify` is typed as if it always gave a string; for undefined and functions it does not. */
function toJson(payload: unknown): string {
  const json: unknown = JSON.stringify(payload)
  if (typeof json !== "string") {
    throw new TypeError("signWebhook needs a payload that has a JSON form.")
  }
  return json
}

/**
 * Whether a webhook is CatalystPay's, for the delivery method JSON_POST. Never throws, whatever was received.
 *
 * A signature counts when it was made, with any of the secrets, over the body as it came, over the body's canonical
 * form, or over that form without ASCII escapes: each of them takes the secret. A body that is not JSON (or is longer
 * than 1 Mi characters, nested deeper than 64 levels or has more than 10,000 values) can only match as it came.
 *
 * @param body - the request's body before any parsing; if it was parsed and written again, numbers may have changed
 * @param signature - the header `X-CatalystPay-Signature`: exactly 64 hex characters, in either case
 * @param secrets - the signing secrets in force, several while one is being replaced; empty ones never match
 */
export function verifyWebhookSignature(
  body: string | Buffer,
  signature: string | undefined,
  secrets: string | string[],
): boolean {
  return isSignedForm(signedForms(body), signature, secrets)
}

/** Whether a signature is one over any of these forms. They are made one by one, and only until one matches. */
export function isSignedForm(
  forms: Iterable<string | Buffer>,
  signature: string | undefined,
  secrets: string | string[],
): boolean {
  const usable = (Array.isArray(secrets) ? secrets : [secrets]).filter((secret) => !isEmpty(secret))
  if (usable.length === 0 || typeof signature !== "string" || !/^[0-9a-f]{64}$/i.test(signature)) {
    return false
  }
  const received = Buffer.from(signature, "hex")
  for (const form of forms) {
    if (usable.some((secret) => matches(form, secret, received))) {
      return true
    }
  }
  return false
}

function isEmpty(secret: unknown): boolean {
  return typeof secret !== "string" || secret.trim() === ""
}

function matches(form: string | Buffer, secret: string, received: Buffer): boolean {
  const expected = hmac(form, secret)
  return expected.length === received.length && timingSafeEqual(expected, received)
}

function hmac(message: string | Buffer, secret: string): Buffer {
  return createHmac("sha256", secret).update(message).digest()
}

/** The body as it came goes first: that costs a stranger's body no reading when CatalystPay sends canonical JSON. */
function* signedForms(body: string | Buffer): Generator<string | Buffer> {
  yield body
  const text = typeof body === "string" ? body : decode(body)
  if (text !== null) {
    yield* canonicalForms(text)
  }
}

/** The canonical form of a JSON text, and that form without ASCII escapes where it is another one; else nothing. */
export function* canonicalForms(text: string): Generator<string> {
  const canonical = tryCanonical(text, true)
  if (canonical === null) {
    return
  }
  yield canonical
  const unescaped = canonical.includes("\\u") ? tryCanonical(text, false) : null
  // A lone surrogate has no UTF-8 form: encoding would replace it, so that two documents shared one signature.
  if (unescaped !== null && !/\p{Surrogate}/u.test(unescaped)) {
    yield unescaped
  }
}

/** The text of a body, or null when its bytes are not UTF-8. A byte order mark stays, and is not JSON. */
function decode(body: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body)
  } catch {
    return null
  }
}

function tryCanonical(text: string, ensureAscii: boolean): string | null {
  try {
    return canonicalJson(text, { ensureAscii })
  } catch {
    return null
  }
}
