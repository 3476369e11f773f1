import type { ZodError } from "zod"
import type { Switches } from "./switches"

export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 415 | 429 | 500 | 503

/** A text, a list of texts, or either by field (nested for `lead`). */
export type ErrorDetail = string | string[] | { [field: string]: ErrorDetail }

type FieldShape = Switches["field-errors"]

/** An answer of the form `{"detail", "status_code"}`. Where the documentation gives no text, the text is ours. */
export class ApiError extends Error {
  constructor(
    readonly status: ErrorStatus,
    readonly detail: ErrorDetail,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(typeof detail === "string" ? detail : "Validation error")
    this.name = "ApiError"
  }

  /** `shape` matters to {@link FieldErrors} only. */
  body(_shape: FieldShape = "text"): { detail: ErrorDetail; status_code: ErrorStatus } {
    return { detail: this.detail, status_code: this.status }
  }
}

export type FieldProblem = { path: string[]; message: string }

/** Ordinary field errors, whose shape is not documented: the error page shows one sample, of texts. */
export class FieldErrors extends ApiError {
  constructor(readonly problems: FieldProblem[]) {
    super(400, shaped(problems, "text"))
  }

  override body(shape: FieldShape = "text"): { detail: ErrorDetail; status_code: ErrorStatus } {
    return { detail: shaped(this.problems, shape), status_code: this.status }
  }
}

export const fieldError = (field: string, message: string) => new FieldErrors([{ path: [field], message }])
export const sessionNotFound = () => new ApiError(404, "Payment session not found.")
export const sessionGone = () => new ApiError(410, "Payment session has expired or is in a terminal state.")
export const wrongState = (status: string) =>
  new ApiError(409, `Payment session is not in the expected state (current status: ${status}).`)
export const leadHasActiveSession = () => new ApiError(409, "Lead already has an active payment session.")
/** The guide's own words. */
export const referenceInUse = () => new ApiError(409, "tenant_reference_id already in use for this tenant")
export const processingFailed = () => new ApiError(500, "An unexpected error occurred during payment processing.")

/** 429 in Django REST framework's words. @param seconds that are left until a call passes again */
export function throttled(seconds: number, retryAfter: Switches["retry-after"]): ApiError {
  if (retryAfter === "absent") {
    return new ApiError(429, "Request was throttled.")
  }
  const wait = retryAfter === "60" ? 60 : Math.ceil(seconds)
  const unit = wait === 1 ? "second" : "seconds"
  return new ApiError(429, `Request was throttled. Expected available in ${wait} ${unit}.`, {
    "retry-after": String(wait),
  })
}

/** What a schema found wrong, by field. */
export function validationError(error: ZodError): FieldErrors {
  return new FieldErrors(
    error.issues.flatMap((issue) => {
      const path = issue.path.map(String)
      if (issue.code === "unrecognized_keys") {
        return issue.keys.map((key) => ({ path: [...path, key], message: "Unknown field." }))
      }
      return [{ path: path.length > 0 ? path : ["non_field_errors"], message: issue.message }]
    }),
  )
}

function shaped(problems: FieldProblem[], shape: FieldShape): ErrorDetail {
  const detail: Record<string, ErrorDetail> = {}
  for (const { path, message } of problems) {
    const keys = shape === "list" ? [path.join(".")] : path
    let target = detail
    for (const key of keys.slice(0, -1)) {
      const next = target[key]
      const child = typeof next === "object" && !Array.isArray(next) ? next : {}
      target[key] = child
      target = child
    }
    const field = keys.at(-1) ?? "non_field_errors"
    const known = target[field]
    target[field] = shape === "text" ? (known ?? message) : [...(Array.isArray(known) ? known : []), message]
  }
  return detail
}
