import type { z } from "zod"
import { parseJson } from "./error-body"
import { refusedInput, unusable } from "./failure"
import type { GatewayOperation } from "./operations"
import { hideIban } from "./redact-known"

export type Success = { status: number; body: string | null; iban: string | undefined }

/** @throws GatewayError when the body of a success is of no use. */
export function readAnswer<Answer>(operation: GatewayOperation, success: Success, schema: z.ZodType<Answer>): Answer {
  const { status, body, iban } = success
  if (body === null) {
    throw unusable(operation, status, "its body was cut, too long or not UTF-8")
  }
  // Nothing documents what a cancellation is answered with, so a success without words is one.
  const json = body === "" && operation === "cancel" ? {} : parseJson(body, hideIban(iban ?? ""))
  const answer = schema.safeParse(json)
  if (!answer.success) {
    const fields = Object.keys(fieldsOf(answer.error)).filter(Boolean).join(", ")
    throw unusable(operation, status, fields ? `these are missing or not valid: ${fields}` : "its body is not JSON")
  }
  return answer.data
}

/** @throws GatewayError `invalid_request` when the input is not what the API takes. */
export function checkInput<Input>(operation: GatewayOperation, schema: z.ZodType<Input>, input: unknown): Input {
  const checked = schema.safeParse(input)
  if (!checked.success) {
    throw refusedInput(operation, fieldsOf(checked.error))
  }
  return checked.data
}

function fieldsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]))
}
