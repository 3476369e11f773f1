import { ibansIn } from "./iban-search"

/** What CatalystPay's keys, signing secrets and session tokens, and Medusa's log-ins, look like wherever they come from. */
const SHAPES = [/\b(?:rk|whsec)_\w{6,}/g, /\bps_[0-9a-z]{20,}\b/g, /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+/g]

/** Which of the secrets stand in a text, and what else has the shape of one. */
export function secretsIn(text: string, secrets: Iterable<string>): string[] {
  const known = [...secrets].filter((secret) => text.includes(secret))
  return [...new Set([...known, ...SHAPES.flatMap((shape) => text.match(shape) ?? [])])]
}

/**
 * What must not be in anything that was written to a terminal, by what it is: an empty list is what a test expects. Of a
 * whole log only what was found is told: never the log.
 */
export function leaksInLog(text: string, ibans: Iterable<string>, secrets: Iterable<string> = []): string[] {
  return [
    ...ibansIn(text, ibans).map((iban) => `the IBAN ${iban}`),
    ...secretsIn(text, secrets).map((secret) => `the secret ${secret}`),
  ]
}
