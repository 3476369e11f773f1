import { canonicalJson, sign } from "./canonical-json"
import type { JsonValue } from "./canonical-json"
import type { Switches } from "./switches"
import type { WebhookTarget } from "./types"
import type { Payload } from "./webhook-payload"

/** What a receiver gets of a payload, apart from the headers that are always the same. */
export type WireForm = {
  method: "POST" | "GET"
  url: string
  /** Empty for `URL_PARAMS`. */
  body: string
  signature: string
}

/** How a payload travels, by the switches in force. */
export function wireForm(payload: Payload, target: WebhookTarget, switches: Switches): WireForm {
  const ascii = switches["webhook-escapes"] === "ascii"
  if (switches["webhook-method"] === "URL_PARAMS") {
    // A query has no types and no levels: null is empty, nested names are joined by dots.
    const texts = Object.fromEntries(asTexts(payload))
    const url = new URL(target.url)
    Object.entries(texts).forEach(([key, text]) => url.searchParams.append(key, text))
    const signed = switches["webhook-params-signed"] === "typed" ? payload : texts
    return { method: "GET", url: url.href, body: "", signature: sign(signed, target.secret, ascii) }
  }
  return {
    method: "POST",
    url: target.url,
    body: switches["webhook-body"] === "pretty" ? JSON.stringify(payload, null, 2) : canonicalJson(payload, ascii),
    signature: sign(payload, target.secret, ascii),
  }
}

function asTexts(value: JsonValue, path: string[] = []): [key: string, text: string][] {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, member]) => asTexts(member, [...path, key]))
  }
  const text = typeof value === "string" ? value : value === null ? "" : canonicalJson(value)
  return [[path.join("."), text]]
}
