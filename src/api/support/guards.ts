import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { containsIban } from "../../gateway"
import { CatalystPayError, ERROR_STATUS } from "../../modules/catalystpay/errors"
import { PROVIDER_PREFIX } from "../../modules/catalystpay/accounts/provider-ids"
import { runWithRequest } from "../../modules/catalystpay/request-context"
import { requestContext } from "./client-request"
import { answerWithError, wantsErrorsInAnswer } from "./errors-in-answer"
import { resolveLedger } from "./ledger"
import { sendError } from "./respond"

export type Guard = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => void

/** Lets the provider know where the shopper's request came from, without a detour through data a browser can write. */
export const rememberRequest: Guard = (req, _res, next) => {
  const { clientIp } = resolveLedger(req.scope).settings
  runWithRequest({ ...requestContext(req, clientIp), opens_session: namesOurProvider(req), locale: req.locale ?? null }, next)
}

/**
 * Medusa's error handler knows six statuses; a code of ours gets back the one it stands for. A refusal of Medusa's own
 * becomes an answer, too, for those who ask for that.
 */
export const restoreStatus: Guard = (req, res, next) => {
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    if (res.statusCode < 400) {
      return json(body)
    }
    res.status(statusOfCode(body) ?? res.statusCode)
    if (!isRecord(body) || !wantsErrorsInAnswer(req)) {
      return json(body)
    }
    res.json = json
    answerWithError(res, body, res.statusCode, null)
    return res
  }
  next()
}

function statusOfCode(body: unknown): number | null {
  if (typeof body !== "object" || body === null || !("code" in body)) {
    return null
  }
  const known = Object.entries(ERROR_STATUS).find(([code]) => code === body.code)
  return known ? known[1] : null
}

/** Session data is stored as it comes and shown to browsers: an IBAN must never get there. */
export const refuseIbanInData: Guard = (req, res, next) => {
  const body: unknown = req.body
  const data = isRecord(body) ? body.data : undefined
  if (namesIban(data) || containsIban(data)) {
    sendError(
      res,
      new CatalystPayError("iban_in_session_data", {
        developer:
          "An IBAN does not belong into a payment session's data. Send it to " +
          "POST /store/catalystpay/payment-sessions/:id/bank-account instead.",
      }),
    )
    return
  }
  next()
}

/** Only asked of sessions that are ours: other providers' data is their business. */
export const ofOurProvider =
  (guard: Guard): Guard =>
  (req, res, next) => {
    if (namesOurProvider(req)) {
      guard(req, res, next)
    } else {
      next()
    }
  }

function namesOurProvider(req: MedusaRequest): boolean {
  const body: unknown = req.body
  const provider = isRecord(body) ? body.provider_id : undefined
  return typeof provider === "string" && provider.startsWith(PROVIDER_PREFIX)
}

/** What is nested deeper than this is not read, and not let through either. */
const DEEPEST = 8

function namesIban(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) {
    return false
  }
  if (depth > DEEPEST) {
    return true
  }
  return Object.entries(value).some(([key, inner]) => /iban/i.test(key) || namesIban(inner, depth + 1))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}
