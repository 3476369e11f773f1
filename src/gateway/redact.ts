import { ibanLength, isIban, normaliseIban } from "./iban"

const SEPARATOR = /[\s\p{Pd}\p{Cf}._]/u
const ALPHANUMERIC = /[0-9A-Za-z]/
/** More separators than that between two characters, and they no longer belong to one number. */
const MAX_GAP = 3
/** Norway's. */
const SHORTEST = 15
const LONGEST_ID = 64
const MAX_DEPTH = 64

/** Letters and digits that may belong together, upper case, and the place of each in the text. */
type Run = { chars: string; places: number[] }
type Found = { from: number; to: number }

/**
 * Replaces every valid IBAN in a text, in any case and however its groups are spaced, by its country and last four
 * characters: `DE** **** 3000`.
 */
export function maskIbans(text: string): string {
  const found = findIbans(text)
  if (found.length === 0) {
    return text
  }
  let masked = ""
  let end = 0
  for (const { from, to } of found) {
    masked += text.slice(end, from) + maskIban(text.slice(from, to))
    end = to
  }
  return masked + text.slice(end)
}

/** `DE** **** 3000`, whether the IBAN is valid or not; of something too short to be one nothing is shown. */
export function maskIban(iban: string): string {
  const normalised = normaliseIban(iban).replace(/[^0-9A-Z]/g, "")
  if (normalised.length < 12) {
    return "****"
  }
  const country = /^[A-Z]{2}/.exec(normalised)?.[0] ?? "**"
  return `${country}** **** ${normalised.slice(-4)}`
}

/**
 * A copy of a JSON value without IBANs: `maskIbans` for every string and object key; and whatever stands under a key
 * whose last segment is "iban" (`lead.iban`, `iban`) is masked even where it is not a valid IBAN, unless it contains
 * "*" already. What is nested deeper than 64 levels is dropped (null).
 */
export function maskIbansDeep(value: unknown): unknown {
  return maskValue(value, 0, false)
}

/** `announced`: a key further up said that this is an IBAN. */
function maskValue(value: unknown, depth: number, announced: boolean): unknown {
  if (typeof value === "string") {
    return announced && value !== "" && !value.includes("*") ? maskIban(value) : maskIbans(value)
  }
  if (typeof value !== "object" || value === null) {
    return announced && typeof value === "number" ? maskIban(String(value)) : value
  }
  if (depth >= MAX_DEPTH) {
    return null
  }
  if (Array.isArray(value)) {
    return value.map((entry) => maskValue(entry, depth + 1, announced))
  }
  // fromEntries defines own properties, so a key "__proto__" stays a plain key.
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      maskIbans(key),
      maskValue(entry, depth + 1, announced || isIbanKey(key)),
    ]),
  )
}

function isIbanKey(key: string): boolean {
  return /(^|[^a-z0-9])iban$/i.test(key.trim()) || /[a-z0-9]I(ban|BAN)$/.test(key.trim())
}

/** Whether a whole valid IBAN stands anywhere in a JSON value, at any depth, keys included. */
export function containsIban(value: unknown): boolean {
  const seen = new Set<object>()
  const waiting = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === "string" && findIbans(next).length > 0) {
      return true
    }
    if (typeof next === "object" && next !== null && !seen.has(next)) {
      seen.add(next)
      for (const [key, entry] of Object.entries(next)) {
        waiting.push(key, entry)
      }
    }
  }
  return false
}

/** Linear in the text: an IBAN begins with two letters and two digits, and its country fixes its length. */
function findIbans(text: string): Found[] {
  const found: Found[] = []
  for (const { chars, places } of runsOf(text)) {
    const head = /([A-Z]{2})[0-9]{2}/g
    for (let match = head.exec(chars); match !== null; match = head.exec(chars)) {
      const length = ibanLength(match[1] ?? "") ?? Infinity
      const end = match.index + length
      const from = places[match.index] ?? 0
      const to = (places[end - 1] ?? 0) + 1
      if (end <= chars.length && isIban(chars.slice(match.index, end)) && !isPieceOfHexId(text, from, to)) {
        found.push({ from, to })
        head.lastIndex = end
      }
    }
  }
  return found
}

/** The letters and digits of a text, cut where something stands between them that no IBAN contains. */
function runsOf(text: string): Run[] {
  const runs: Run[] = []
  let chars: string[] = []
  let places: number[] = []
  let gap = 0
  const cut = () => {
    if (places.length >= SHORTEST) {
      runs.push({ chars: chars.join("").toUpperCase(), places })
    }
    chars = []
    places = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (ALPHANUMERIC.test(char)) {
      chars.push(char)
      places.push(at)
      gap = 0
    } else {
      gap += 1
      if (gap > MAX_GAP || !SEPARATOR.test(char)) {
        cut()
      }
    }
  }
  cut()
  return runs
}

/**
 * Hexadecimal ids (UUIDs, gateway references) contain something that passes for an IBAN about once in 100,000, and a
 * masked id finds no debit. So a lower-case match inside a longer unbroken string of hex digits is left alone.
 */
function isPieceOfHexId(text: string, from: number, to: number): boolean {
  const before = /[0-9A-Za-z-]*$/.exec(text.slice(Math.max(0, from - LONGEST_ID), from))?.[0] ?? ""
  const after = /^[0-9A-Za-z-]*/.exec(text.slice(to, to + LONGEST_ID))?.[0] ?? ""
  return /[0-9A-Za-z]/.test(before + after) && /^[0-9a-f-]+$/.test(before + text.slice(from, to) + after)
}
