import type { Context } from "hono"
import type { Env } from "./api"
import { ApiError } from "./api-error"
import type { Switches } from "./switches"

type AnswerOptions = { switches: Switches; log: (line: string) => void }

/** What stands before a Django server answers for it when it is down. */
const BAD_GATEWAY = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>
</html>
`

/** The answer to a call that failed. What is no {@link ApiError} is a mistake of this sandbox and told as a 500. */
export function errorAnswer(c: Context<Env>, error: unknown, { switches, log }: AnswerOptions): Response {
  const known = error instanceof ApiError ? error : new ApiError(500, "An unexpected error occurred.")
  if (known !== error) {
    log(`unexpected ${error instanceof Error ? error.name : "error"}`)
  }
  if (known.status >= 500 && switches["trouble-answer"] !== "json-500") {
    return switches["trouble-answer"] === "html-502" ? c.html(BAD_GATEWAY, 502) : c.body(null, 503)
  }
  if (known.status === 401) {
    return switches["unauthorized-answer"] === "bare"
      ? c.json({ detail: "Unauthorized", status_code: 401 }, 401)
      : c.json(known.body(switches["field-errors"]), 401, { "www-authenticate": "Bearer" })
  }
  return c.json(known.body(switches["field-errors"]), known.status, known.headers)
}
