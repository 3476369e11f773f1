import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/**
 * Medusa's js-sdk keeps of a refusal its status and message, not its `code`, and a browser of another origin may not
 * read `Retry-After`. Whoever sends `Accept: application/json; errors=answer` therefore gets a refusal as an answer:
 * 200 with `{ error: { type, code, message, status, retry_after } }`, where `status` is what it would have been.
 */
export function wantsErrorsInAnswer(req: Pick<MedusaRequest, "get">): boolean {
  return /;\s*errors=answer\s*(?:[;,]|$)/i.test(req.get("accept") ?? "")
}

/** @param retryAfter seconds, null when not known */
export function answerWithError(res: MedusaResponse, error: object, status: number, retryAfter: number | null): void {
  // What a cache keeps by status must not keep this one.
  res.setHeader("Cache-Control", "no-store")
  res.status(200).json({ error: { ...error, status, retry_after: retryAfter } })
}
