import { parseWebhookEvent, WEBHOOK_FIELDS, type WebhookField } from "../../../gateway"

/** What of an event speaks of a person, or is a text that may. */
const PERSONAL: ReadonlySet<WebhookField> = new Set(["email", "iban_last4", "reason_message"])

/**
 * Pure: a webhook's payload with nothing of a person: ids, amounts, statuses and reason codes, under keys by which it can
 * be read again, for a replay. Of what a mapping sends beyond these nothing is left.
 * @param token what stands for the session token; by default it stays
 */
export function withoutPerson(
  eventName: string,
  payload: unknown,
  fieldMap: Record<string, string> = {},
  token: string | null = null,
): Record<string, unknown> {
  const told = parseWebhookEvent(eventName, payload, fieldMap)
  const event = { ...told, session_token: told.session_token === null ? null : (token ?? told.session_token) }
  const kept = WEBHOOK_FIELDS.filter((field) => !PERSONAL.has(field) && event[field] !== null)
  return Object.fromEntries(kept.map((field) => [fieldMap[field] ?? field, event[field]]))
}

/** Pure: whether one of the texts of a JSON value is one of these, in any case. @param texts in lower case */
export function mentions(value: unknown, texts: ReadonlySet<string>): boolean {
  if (typeof value === "string") {
    return texts.has(value.trim().toLowerCase())
  }
  return typeof value === "object" && value !== null && Object.values(value).some((entry) => mentions(entry, texts))
}

/** Pure: a JSON value in which the given secrets are replaced, wherever they stand. */
export function withoutSecrets(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === "string") {
    return secrets.reduce((text, secret) => text.replaceAll(secret, "[session token]"), value)
  }
  if (Array.isArray(value)) {
    return value.map((entry) => withoutSecrets(entry, secrets))
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutSecrets(entry, secrets)]))
  }
  return value
}
