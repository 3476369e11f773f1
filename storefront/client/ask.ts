import { isRecord, numberOf, textOf } from "./session"
import type { SdkRequest, StorefrontSdk } from "./sdk"

/** What came of a request. */
export type Answer =
  | { type: "answer"; body: unknown }
  | { type: "refusal"; status: number; code: string | null; message: string; retry_after: number | null }
  /** Nothing readable came back, so nobody knows whether the request arrived. */
  | { type: "silence" }

/** The SDK's own errors keep no code: with this the server sends refusals as answers (README, "In your checkout"). */
const ERRORS_AS_ANSWERS = "application/json; errors=answer"

/** A store that has not answered by then is asked again, or taken for silent. */
const WITHIN_MS = 60_000

/**
 * Sends one request. Never throws what it sent: an error could carry it into a log.
 * @throws the signal's reason, when it was aborted
 */
export async function ask(sdk: StorefrontSdk, path: string, request: SdkRequest): Promise<Answer> {
  const { signal } = request
  signal?.throwIfAborted()
  const timeLimit = new AbortController()
  const stop = () => timeLimit.abort()
  const timer = setTimeout(stop, WITHIN_MS)
  signal?.addEventListener("abort", stop)
  try {
    const headers = { ...request.headers, accept: ERRORS_AS_ANSWERS }
    const body = await sdk.client.fetch<unknown>(path, { ...request, headers, signal: timeLimit.signal })
    return readAnswer(body)
  } catch (error) {
    signal?.throwIfAborted()
    const status = isRecord(error) ? numberOf(error.status) : null
    return status === null
      ? { type: "silence" }
      : { type: "refusal", status, code: null, message: (isRecord(error) && textOf(error.message)) || "", retry_after: null }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener("abort", stop)
  }
}

/** The `error` of a completed cart has no status: that one is an outcome, and no refusal. */
function readAnswer(body: unknown): Answer {
  const error = isRecord(body) ? body.error : null
  const status = isRecord(error) ? numberOf(error.status) : null
  if (!isRecord(error) || status === null) {
    return isRecord(body) ? { type: "answer", body } : { type: "silence" }
  }
  return {
    type: "refusal",
    status,
    code: textOf(error.code),
    message: textOf(error.message) ?? "",
    retry_after: numberOf(error.retry_after),
  }
}
