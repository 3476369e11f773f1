import { maskIban, maskIbans } from "./redact"

/** Takes what must not be seen out of a text. */
export type Redact = (text: string) => string

/** Shorter input identifies nobody, and hiding it everywhere would garble the rest. */
const SHORTEST_IBAN = 12

/**
 * Hides the account number that a call was made with, however it is spaced in the text: unlike `maskIbans` also when
 * it is not a valid IBAN, as in "DE00 … is not valid".
 */
export function hideIban(iban: string): Redact {
  const chars = iban.replace(/[^0-9A-Za-z]/g, "")
  if (chars.length < SHORTEST_IBAN) {
    return maskIbans
  }
  const spaced = new RegExp([...chars].join("[\\s\\p{Pd}\\p{Cf}._]{0,3}"), "giu")
  return (text) => maskIbans(text.replace(spaced, () => maskIban(chars)))
}

/** Takes the secrets of one call out of a text, and whatever else looks like an API key or a session token. */
export function redactor(known: { api_key: string; session_token?: string; iban?: string }): Redact {
  const hide = hideIban(known.iban ?? "")
  const secrets = [known.api_key, known.session_token ?? ""]
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((secret) => secret !== "")
  return (text) =>
    hide(secrets.reduce((safe, secret) => safe.replaceAll(secret, "[removed]"), text)).replace(
      /(?<![0-9A-Za-z])(?:rk|ps)_[0-9A-Za-z_-]+/gi,
      "[removed]",
    )
}
