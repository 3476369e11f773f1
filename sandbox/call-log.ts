import type { CallRecord, Operation } from "./types"

/** Begins the record of one API call; the caller fills in status, token and reference as they become known. */
export function newCall(operation: Operation, token: string | null, headers: Headers, at: Date): CallRecord {
  return {
    operation,
    session_token: token,
    status: 0,
    at: at.toISOString(),
    reference: null,
    request_headers: redactedHeaders(headers),
  }
}

/** Which kind of credential was sent matters to tests; the credential itself does not. */
function redactedHeaders(headers: Headers): Record<string, string> {
  const entries = [...headers].map(([name, value]): [string, string] =>
    name === "authorization" ? [name, value.replace(/^(Bearer (?:rk_|ps_)?).*$/s, "$1…")] : [name, value],
  )
  return Object.fromEntries(entries)
}
