import { parseJson } from "./json"
import type { Redact } from "./redact-known"
import type { WireBody } from "./wire"

/** Bounds for what a broken or hostile server may make us keep. */
const MAX_DEPTH = 8
const MAX_ENTRIES = 50
const MAX_TEXT = 500

export type ErrorBody = { detail: string | null; fields: Record<string, string> | null }

/**
 * The words of an error body. CatalystPay documents `{ detail, status_code }` with a string or an object by field; the
 * framework behind it (DRF) also writes lists and nests them, so every mixture is read. Of HTML nothing is kept.
 */
export function readErrorBody(body: WireBody, redact: Redact): ErrorBody {
  const json = typeof body === "string" ? parseJson(body) : undefined
  const words = isRecord(json) ? (json.detail ?? json.error ?? json.message ?? json) : json
  const clean: Redact = (text) => cut(redact(text.replace(/\s+/g, " ").trim()))
  const found = new Map<string, string>()
  collect(words, "", 0, found, clean)
  const named = [...found].filter(([name]) => name !== "")
  const detail = [...found].map(([name, message]) => (name === "" ? message : `${name}: ${message}`)).join(" · ")
  // Once more over the whole: pieces that were harmless alone may complete each other.
  return { detail: cut(redact(detail)) || null, fields: named.length === 0 ? null : Object.fromEntries(named) }
}

/** Flattens to `lead.email` -> "first message second message"; what has no field of its own goes under "". */
function collect(node: unknown, name: string, depth: number, found: Map<string, string>, clean: Redact): void {
  if (depth > MAX_DEPTH || found.size >= MAX_ENTRIES) {
    return
  }
  if (Array.isArray(node)) {
    const entries: unknown[] = node.slice(0, MAX_ENTRIES)
    entries.forEach((entry) => collect(entry, name, depth + 1, found, clean))
  } else if (isRecord(node)) {
    for (const [key, entry] of Object.entries(node).slice(0, MAX_ENTRIES)) {
      const own = key === "non_field_errors" ? "" : clean(key)
      if (key !== "status_code") {
        collect(entry, [name, own].filter(Boolean).join("."), depth + 1, found, clean)
      }
    }
  } else if (typeof node === "string" || typeof node === "number" || typeof node === "boolean") {
    found.set(name, cut([found.get(name), clean(String(node))].filter(Boolean).join(" ")))
  }
}

function cut(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
