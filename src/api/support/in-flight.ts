import type { MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"
import { refusalToChange } from "../../modules/catalystpay/checkout/cart-changes"
import { isCatalystPayError } from "../../modules/catalystpay/errors"
import type { Guard } from "./guards"
import { resolveLedger } from "./ledger"
import { isId } from "./payment-session"
import { sendError } from "./respond"
import { isCompleted } from "./stranded-order"

/** Changing these moves no total and deletes no session. */
const HARMLESS_FIELDS = new Set(["email", "metadata", "locale"])

/**
 * A new session deletes the old ones, whatever they are paying: while one of ours is under way or paid, that is refused.
 * Whether the page of a hosted one was paid, the gateway is asked, before anything of it is cancelled.
 */
export const refuseWhileInFlight: Guard = (req, res, next) => {
  const collectionId = req.params.id ?? ""
  if (!isId(collectionId)) {
    next()
    return
  }
  unlessRefused(res, next, async () => {
    const ledger = resolveLedger(req.scope)
    const debits = await ledger.lookAtPages(await ledger.findByCollection(collectionId))
    const refusal = refusalToChange(debits, req.locale)
    if (refusal) {
      throw refusal
    }
  })
}

/**
 * A change of the cart's total deletes its sessions, also while their debit is at the bank. A cart without a debit of
 * ours costs one look-up by index; of a completed cart Medusa itself says what it has to say.
 */
export const refuseCartChange: Guard = (req, res, next) => {
  const cartId = req.params.id ?? ""
  if (!isId(cartId)) {
    next()
    return
  }
  unlessRefused(res, next, async () => {
    const ledger = resolveLedger(req.scope)
    const debits = await ledger.lookAtPages(await ledger.findByCart(cartId))
    const refusal = refusalToChange(debits, req.locale)
    if (refusal && !(await isCompleted(req.scope, cartId))) {
      throw refusal
    }
  })
}

/** Lets a cart's update pass that names nothing but e-mail, metadata and language. */
export const unlessHarmless =
  (guard: Guard): Guard =>
  (req, res, next) => {
    const body: unknown = req.body
    const fields = typeof body === "object" && body !== null ? Object.keys(body) : []
    if (fields.every((field) => HARMLESS_FIELDS.has(field))) {
      next()
    } else {
      guard(req, res, next)
    }
  }

/**
 * Requests that create a session on the same payment collection take turns, in all processes: Medusa answers 500 to
 * simultaneous ones. The turn lasts until the answer is written, also when nobody waits for it any more, because until
 * then the request is at work; what never answers loses its turn by the lease's term.
 */
export const takeTurn: Guard = (req, res, next) => {
  const collectionId = req.params.id ?? ""
  if (!isId(collectionId)) {
    next()
    return
  }
  const answered = new Promise<void>((resolve) => {
    const json = res.json.bind(res)
    res.json = (body: unknown) => {
      resolve()
      return json(body)
    }
    res.once("finish", resolve)
  })
  resolveLedger(req.scope)
    .openingTurn(collectionId, () => {
      next()
      return answered
    })
    .catch((error: unknown) => answerError(res, next, error))
}

function unlessRefused(res: MedusaResponse, next: MedusaNextFunction, check: () => Promise<void>): void {
  check().then(
    () => next(),
    (error: unknown) => answerError(res, next, error),
  )
}

function answerError(res: MedusaResponse, next: MedusaNextFunction, error: unknown): void {
  if (isCatalystPayError(error)) {
    sendError(res, error)
  } else {
    next(error)
  }
}
