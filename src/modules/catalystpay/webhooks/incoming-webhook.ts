import { canonicalJson, maskIbans, parseParams, verifyParamsSignature, verifyWebhookSignature } from "../../../gateway"
import { CatalystPayError } from "../errors"

/** Twice the longest documented name. The signature does not cover that header, so anybody can lengthen it. */
const LONGEST_EVENT_NAME = 64

/** A webhook exactly as received, for the signature is over that: the body of a JSON_POST, the query of a URL_PARAMS. */
export type IncomingWebhook = {
  account: string
  event_name: string
  signature: string | undefined
} & ({ body: Buffer } | { query: string })

export interface ReadWebhook {
  event_name: string
  payload: object
  /** The same for the same payload, however it was written. */
  canonical: string
}

/**
 * Checks a webhook's signature, and reads what it says only then.
 * @throws CatalystPayError `webhook_signature_invalid` (401), `webhook_not_json` (400), `webhook_too_large` (413)
 */
export function readWebhook(webhook: IncomingWebhook, secrets: string[]): ReadWebhook {
  if ("query" in webhook && parseParams(webhook.query) === null) {
    throw new CatalystPayError("webhook_too_large", { developer: "A webhook has at most 100 query parameters." })
  }
  if (!isSigned(webhook, secrets)) {
    throw new CatalystPayError("webhook_signature_invalid", { developer: whyRefused(webhook, secrets) })
  }
  const event_name = maskIbans(webhook.event_name).slice(0, LONGEST_EVENT_NAME)
  return { event_name, ...readObject("query" in webhook ? JSON.stringify(parseParams(webhook.query)) : webhook.body) }
}

function isSigned(webhook: IncomingWebhook, secrets: string[]): boolean {
  const { signature } = webhook
  return "query" in webhook
    ? verifyParamsSignature(webhook.query, signature, secrets)
    : verifyWebhookSignature(webhook.body, signature, secrets)
}

function whyRefused(webhook: IncomingWebhook, secrets: string[]): string {
  if (!webhook.signature) {
    return "The X-CatalystPay-Signature header is missing."
  }
  const trimmed = secrets.filter((secret) => secret !== secret.trim()).map((secret) => secret.trim())
  // Nobody hears this who does not hold the secret.
  if (isSigned(webhook, trimmed)) {
    return "The X-CatalystPay-Signature matches the webhookSecret without the white space around it: remove that."
  }
  const question = "The X-CatalystPay-Signature does not match: is webhookSecret the signing secret of this webhook profile?"
  return "query" in webhook
    ? `${question} If it is, the query string does not show what was signed: set the delivery method to JSON_POST.`
    : question
}

function readObject(body: Buffer | string): { payload: object; canonical: string } {
  try {
    // Bytes that are no UTF-8 would otherwise be replaced, so that two different bodies became one.
    const text = typeof body === "string" ? body : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body)
    const payload: unknown = JSON.parse(text)
    if (typeof payload === "object" && payload !== null && !Array.isArray(payload)) {
      return { payload, canonical: canonicalJson(text) }
    }
  } catch {
    // Told below: no UTF-8, no JSON, JSON beyond reason, and JSON that is no object need the same correction.
  }
  throw new CatalystPayError("webhook_not_json", {
    developer: "The webhook's body is not a JSON object; set the endpoint's delivery method to JSON_POST.",
  })
}
