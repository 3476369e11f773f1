import { z } from "zod"
import { ApiError, fieldError, validationError } from "./api-error"

const jsonObject = z.record(z.string(), z.unknown())

/**
 * The body as a JSON object; an absent one is empty (`/verify/` takes that).
 * @throws ApiError 415 for another media type, 400 for what is no JSON object
 */
async function readJson(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text()
  if (text === "") {
    return {}
  }
  const type = request.headers.get("content-type") ?? ""
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ApiError(415, `Unsupported media type "${type}" in request.`)
  }
  const parsed = jsonObject.safeParse(parse(text))
  if (!parsed.success) {
    throw fieldError("non_field_errors", "Invalid data. Expected a dictionary.")
  }
  return parsed.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message quotes the body, which may hold an IBAN.
    throw new ApiError(400, "JSON parse error.")
  }
}

/** The body by a schema. @throws ApiError 415 or 400, the latter with a text per field that does not fit */
export async function readAs<T extends z.ZodType>(
  request: Request,
  schema: T,
  beforeValidation?: (raw: Record<string, unknown>) => void,
): Promise<z.output<T>> {
  const raw = await readJson(request)
  beforeValidation?.(raw)
  const result = schema.safeParse(raw)
  if (!result.success) {
    throw validationError(result.error)
  }
  return result.data
}
