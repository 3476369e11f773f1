import type { IncomingMessage } from "node:http"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { withoutStatement } from "../../modules/catalystpay/error-text"
import { CatalystPayError, isCatalystPayError } from "../../modules/catalystpay/errors"
import { answerWithError, wantsErrorsInAnswer } from "./errors-in-answer"

const RUNS_DRY_WITHIN_MS = 5_000

type Handler<Request> = (req: Request, res: MedusaResponse) => Promise<void>

/** Runs a route and answers our errors as Medusa does, `{ type, code, message }`, with the status the code stands for. */
export function route<Request extends MedusaRequest | AuthenticatedMedusaRequest>(handler: Handler<Request>): Handler<Request> {
  return async (req, res) => {
    try {
      await handler(req, res)
    } catch (error) {
      if (!isCatalystPayError(error)) {
        throw withoutStatement(error)
      }
      const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
      const line = `${req.method} ${req.path}: ${error.code}. ${error.texts.developer}`
      if (error.status >= 500) {
        logger.error(line)
      } else {
        logger.debug(line)
      }
      sendError(res, error)
    }
  }
}

export function sendError(res: MedusaResponse, error: CatalystPayError): void {
  if (error.retry_after !== null) {
    res.setHeader("Retry-After", String(error.retry_after))
  }
  if (error.status === 408) {
    // Of a body that trickles, the rest is not read: nothing else can come over this connection.
    res.setHeader("Connection", "close")
  } else if (error.status === 413 && !res.req.complete) {
    letRunDry(res.req)
  }
  const body = { type: typeOf(error.status), code: error.code, message: error.public_message }
  if (wantsErrorsInAnswer(res.req)) {
    answerWithError(res, body, error.status, error.retry_after)
  } else {
    res.status(error.status).json(body)
  }
}

/**
 * Reads the rest of a body for a while and throws it away. Closed at once, a connection on which bytes still come is reset,
 * and the answer that says why is lost with it.
 */
function letRunDry(req: IncomingMessage): void {
  const timer = setTimeout(() => req.socket.destroy(), RUNS_DRY_WITHIN_MS).unref()
  req.once("close", () => clearTimeout(timer)).resume()
}

function typeOf(status: number): string {
  switch (status) {
    case 400:
    case 408:
    case 413:
      return MedusaError.Types.INVALID_DATA
    case 401:
      return MedusaError.Types.UNAUTHORIZED
    case 404:
      return MedusaError.Types.NOT_FOUND
    case 409:
      return MedusaError.Types.CONFLICT
    case 429:
      return MedusaError.Types.NOT_ALLOWED
    default:
      return MedusaError.Types.UNEXPECTED_STATE
  }
}

/**
 * Checks a body or query. The message names fields and never repeats a value: it may be an IBAN.
 * @throws CatalystPayError `invalid_request`
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (!result.success) {
    const issues = result.error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${describe(issue)}`)
    throw new CatalystPayError("invalid_request", { developer: `Invalid request. ${issues.join("; ")}` })
  }
  return result.data
}

function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return "fields that are not known here"
    case "too_big":
      return issue.origin === "string" ? "too long" : "too large"
    case "too_small":
      return issue.origin === "string" ? "too short" : "too small"
    case "invalid_type":
      return `expected ${issue.expected}`
    default:
      return "not valid"
  }
}
