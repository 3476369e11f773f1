import type { z } from "zod"
import { refusedInput, unusable } from "./failure"
import { parseJson } from "./json"
import type { GatewayOperation } from "./operations"
import { hideIban } from "./redact-known"
import type { WireBody } from "./wire"

/** A page of a thousand wrong rows must not become a sentence of a thousand names. */
const MAX_NAMED_FIELDS = 10

export type Success = {
  status: number
  body: WireBody
  iban: string | undefined
  /** Which of several answers it is, e.g. "page 3 of this listing". */
  about: string | undefined
}

/** @throws GatewayError when the body of a success is of no use. */
export function readAnswer<Answer>(operation: GatewayOperation, success: Success, schema: z.ZodType<Answer>): Answer {
  const { status, body, iban, about } = success
  const useless = (problem: string) => unusable(operation, status, about ? `${about} is of no use: ${problem}` : problem)
  if (typeof body !== "string") {
    throw useless(`its body ${body.flaw}`)
  }
  // Nothing documents what a cancellation is answered with, so a success without words is one.
  const json = body === "" && operation === "cancel" ? {} : parseJson(body, hideIban(iban ?? ""))
  if (json === undefined) {
    throw useless(notJson(body))
  }
  const answer = schema.safeParse(json)
  if (!answer.success) {
    const fields = Object.keys(fieldsOf(answer.error)).filter(Boolean).slice(0, MAX_NAMED_FIELDS).join(", ")
    throw useless(fields ? `these are missing or not valid: ${fields}` : "its body is no JSON object")
  }
  return answer.data
}

/** JSON counts as JSON whatever its content-type says, and nothing else does: proxies label their pages as they like. */
function notJson(body: string): string {
  if (body.trim() === "") {
    return "its body is empty"
  }
  return body.trimStart().startsWith("<")
    ? "its body is a web page: does a proxy or firewall answer in CatalystPay's place?"
    : "its body is not JSON, or the end of it is missing"
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
  return Object.fromEntries(
    error.issues.flatMap((issue) => {
      const path = issue.path.join(".")
      return issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => [[path, key].filter(Boolean).join("."), "is no field that the API documents here"])
        : [[path, issue.message]]
    }),
  )
}
