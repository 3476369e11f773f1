import { canonicalForms, isSignedForm } from "./signature"

/*
 * The delivery method URL_PARAMS: a GET with the payload in the query string. The signature is over the JSON payload
 * (contract, section 9.4), whose value types a query string does not carry, and no page says how they are written into
 * it. So the payload is read in each of a few ways, uniformly for all of its values, and a signature over any of them
 * counts: each takes the secret.
 */

/** Node itself takes no longer request line. */
const MAX_LENGTH = 16 * 1024
const MAX_PARAMS = 100

/** The JSON token that a parameter stands for; null: it is a text. */
type Reading = (written: string) => string | null

/** As Python's `str`, and as JSON, writes them. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["None", "null"],
  ["null", "null"],
  ["True", "true"],
  ["true", "true"],
  ["False", "false"],
  ["false", "false"],
])
const INTEGER = /^-?(?:0|[1-9][0-9]*)$/
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/

const asText: Reading = () => null
const words: Reading = (written) => WORDS.get(written) ?? null
const wordsAndNothing: Reading = (written) => (written === "" ? "null" : words(written))
const integers: Reading = (written) => (INTEGER.test(written) ? written : null)
const numbers: Reading = (written) => (NUMBER.test(written) ? written : null)

const WORD_READINGS = [asText, words, wordsAndNothing]
/** Integers alone, because Django writes decimals as texts. */
const NUMBER_READINGS = [asText, integers, numbers]

/**
 * The payload of a URL_PARAMS webhook: each parameter a text, of several with one name the last, as a Python dict
 * would be built. Brackets nest nothing.
 *
 * @param query - the query string as it came, with or without its question mark
 * @returns null for more than 100 parameters or 16 Ki characters
 */
export function parseParams(query: string): Record<string, string> | null {
  const params = query.length > MAX_LENGTH ? [] : [...new URLSearchParams(query)]
  return query.length > MAX_LENGTH || params.length > MAX_PARAMS ? null : Object.fromEntries(params)
}

/**
 * Whether a webhook is CatalystPay's, for the delivery method URL_PARAMS. Never throws, whatever was received.
 *
 * A signature counts when it was made, with any of the secrets, over the canonical form (with or without ASCII
 * escapes) of the payload in one of nine readings. Words: all texts; None, True, False, null, true and false as what
 * they name; the same with "" as null. Times numbers: all texts; integers as numbers; decimals too. Number tokens stay
 * as written. A payload that mixes, say, 7 and "7" has no reading: choose JSON_POST for it.
 *
 * @param query - the query string as it came, with or without its question mark: at most 100 parameters and 16 Ki
 *   characters
 * @param signature - the header `X-CatalystPay-Signature`: exactly 64 hex characters, in either case
 * @param secrets - the signing secrets in force, several while one is being replaced; empty ones never match
 */
export function verifyParamsSignature(
  query: string,
  signature: string | undefined,
  secrets: string | string[],
): boolean {
  const params = parseParams(query)
  return params !== null && isSignedForm(readingsOf(params), signature, secrets)
}

function* readingsOf(params: Record<string, string>): Generator<string> {
  const tried = new Set<string>()
  for (const word of WORD_READINGS) {
    for (const number of NUMBER_READINGS) {
      const document = toJson(params, (written) => word(written) ?? number(written))
      if (!tried.has(document)) {
        tried.add(document)
        yield* canonicalForms(document)
      }
    }
  }
}

function toJson(params: Record<string, string>, read: Reading): string {
  const members = Object.entries(params).map(
    ([name, written]) => `${JSON.stringify(name)}:${read(written) ?? JSON.stringify(written)}`,
  )
  return `{${members.join(",")}}`
}
