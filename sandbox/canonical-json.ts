import { createHmac } from "node:crypto"

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  "\"": "\\\"",
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
}

/**
 * Python's `json.dumps(value, sort_keys=True, separators=(",", ":"))`, which the API signs.
 * @param ascii `ensure_ascii`, true by Python's default: everything outside 0x20 to 0x7E becomes `\uXXXX`, DEL included,
 *   and astral characters two of them. Without it only control characters below 0x20 are escaped.
 * @throws TypeError for a number that Python and JavaScript would write differently: the API sends money as strings
 */
export function canonicalJson(value: JsonValue, ascii = true): string {
  if (value === null || typeof value === "boolean") {
    return String(value)
  }
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) {
      throw new TypeError("Webhook payloads carry integers and strings only.")
    }
    return String(value)
  }
  if (typeof value === "string") {
    return quote(value, ascii)
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item, ascii)).join(",")}]`
  }
  const members = Object.entries(value)
    .sort(([left], [right]) => compareCodePoints(left, right))
    .map(([key, member]) => `${quote(key, ascii)}:${canonicalJson(member, ascii)}`)
  return `{${members.join(",")}}`
}

/** Lower-case hex HMAC-SHA256 of the canonical form, as in `X-CatalystPay-Signature`. */
export function sign(value: JsonValue, secret: string, ascii = true): string {
  return createHmac("sha256", secret).update(canonicalJson(value, ascii), "utf8").digest("hex")
}

function quote(text: string, ascii: boolean): string {
  let quoted = "\""
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    const unit = text.charCodeAt(index)
    const short = SHORT_ESCAPES[character]
    if (short) {
      quoted += short
    } else if (unit < 0x20 || (ascii && unit > 0x7e)) {
      quoted += `\\u${unit.toString(16).padStart(4, "0")}`
    } else {
      quoted += character
    }
  }
  return `${quoted}"`
}

/** JavaScript's own order compares UTF-16 units, which puts astral characters before U+E000 to U+FFFF. */
function compareCodePoints(left: string, right: string): number {
  const a = Array.from(left, (character) => character.codePointAt(0) ?? 0)
  const b = Array.from(right, (character) => character.codePointAt(0) ?? 0)
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) {
      return difference
    }
  }
  return a.length - b.length
}
