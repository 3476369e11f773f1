import type { ZodError } from "zod"

export type ErrorStatus = 400 | 401 | 404 | 405 | 409 | 410 | 415 | 500 | 503

/** A text, or field -> text (nested for `lead`). */
export type ErrorDetail = string | { [field: string]: ErrorDetail }

/** An answer of the form `{"detail", "status_code"}`. Where the documentation gives no text, the text is ours. */
export class ApiError extends Error {
  constructor(
    readonly status: ErrorStatus,
    readonly detail: ErrorDetail,
  ) {
    super(typeof detail === "string" ? detail : "Validation error")
    this.name = "ApiError"
  }

  body(): { detail: ErrorDetail; status_code: ErrorStatus } {
    return { detail: this.detail, status_code: this.status }
  }
}

export const sessionNotFound = () => new ApiError(404, "Payment session not found.")
export const sessionGone = () => new ApiError(410, "Payment session has expired or is in a terminal state.")
export const wrongState = (status: string) =>
  new ApiError(409, `Payment session is not in the expected state (current status: ${status}).`)
export const leadHasActiveSession = () => new ApiError(409, "Lead already has an active payment session.")
/** The guide's own words. */
export const referenceInUse = () => new ApiError(409, "tenant_reference_id already in use for this tenant")

/** Validation errors as field -> first message, the one shape of `detail` that the error page shows for fields. */
export function validationError(error: ZodError): ApiError {
  const detail: Record<string, ErrorDetail> = {}
  for (const issue of error.issues) {
    const path = issue.path.length > 0 ? issue.path.map(String) : ["non_field_errors"]
    let target = detail
    for (const key of path.slice(0, -1)) {
      const next = target[key]
      const child = typeof next === "object" ? next : {}
      target[key] = child
      target = child
    }
    const field = path.at(-1) ?? "non_field_errors"
    target[field] ??= issue.message
  }
  return new ApiError(400, detail)
}
